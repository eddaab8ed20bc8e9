CREATE TABLE reading (
  meter TEXT NOT NULL,
  date  TEXT NOT NULL, -- 2026-11-03
  kwh   INTEGER NOT NULL,
  PRIMARY KEY (meter, date)
);
