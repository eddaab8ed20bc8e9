CREATE TABLE sessions (
  id_hash bytea PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  reader text NOT NULL,
  device text NOT NULL,
  started_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX ON sessions (reader);
