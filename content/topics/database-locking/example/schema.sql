CREATE TABLE ferry (
  id int PRIMARY KEY,
  deck_m int NOT NULL
);

CREATE TABLE vehicle (
  plate text PRIMARY KEY,
  ferry_id int NOT NULL REFERENCES ferry,
  length_m int NOT NULL CHECK (length_m > 0)
);
