CREATE TABLE plant (
  id int PRIMARY KEY,
  name text NOT NULL,
  bed text,
  notes text,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE PUBLICATION garden FOR TABLE plant;
