CREATE TABLE toll (
  id        bigint GENERATED ALWAYS AS IDENTITY,
  passed_at timestamptz NOT NULL,
  gate      int NOT NULL,
  cents     int NOT NULL,
  PRIMARY KEY (id, passed_at)
) PARTITION BY RANGE (passed_at);
CREATE INDEX ON toll (gate, passed_at);
