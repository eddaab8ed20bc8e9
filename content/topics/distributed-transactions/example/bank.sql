CREATE TABLE stock (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  units int NOT NULL CHECK (units >= 0)
);

CREATE TABLE booking (
  transfer_id text PRIMARY KEY,
  change int NOT NULL
);
