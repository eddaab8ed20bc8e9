CREATE TABLE glaciers (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE readings (
  id INTEGER PRIMARY KEY NOT NULL,
  glacier_id INTEGER NOT NULL REFERENCES glaciers (id),
  year INTEGER NOT NULL,
  meters DOUBLE,
  UNIQUE (glacier_id, year)
);
