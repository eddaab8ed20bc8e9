-- #region table
CREATE TABLE reading (
  meter TEXT NOT NULL,
  date  TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kwh   INTEGER NOT NULL, -- whole numbers, as in the old table
  PRIMARY KEY (meter, date)
) STRICT;
-- #endregion table
