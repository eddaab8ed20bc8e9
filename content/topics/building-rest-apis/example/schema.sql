CREATE TABLE inspection (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  keeper text NOT NULL,
  hive text NOT NULL,
  day date NOT NULL,
  mites int NOT NULL CHECK (mites >= 0),
  UNIQUE (keeper, hive, day)
);

CREATE INDEX ON inspection (keeper, id);

CREATE TABLE token (
  sha256 text PRIMARY KEY,
  keeper text NOT NULL
);
