CREATE TABLE measurement (
  id integer PRIMARY KEY,
  station text NOT NULL,
  sensor uuid NOT NULL,
  celsius numeric NOT NULL
);

INSERT INTO measurement
SELECT n, 'Köln', gen_random_uuid(), (n % 400) / 10.0
FROM generate_series(1, 1000000) AS n;
