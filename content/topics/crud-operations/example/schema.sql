CREATE TABLE variety (
  id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
);

CREATE TABLE packet (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  variety_id int NOT NULL REFERENCES variety,
  grams      int NOT NULL CHECK (grams > 0),
  note       text CHECK (length(note) <= 2000),
  version    int NOT NULL DEFAULT 1
);
