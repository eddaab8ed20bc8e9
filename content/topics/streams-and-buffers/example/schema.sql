CREATE TABLE measurement (
  id integer PRIMARY KEY,
  station text NOT NULL,
  celsius numeric NOT NULL
);

INSERT INTO measurement
SELECT n, 'Köln', (n % 400) / 10.0 FROM generate_series(1, 1000000) AS n;
