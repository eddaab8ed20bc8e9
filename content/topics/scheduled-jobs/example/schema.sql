-- #region tables
CREATE TABLE schedule (
  job text PRIMARY KEY,
  checked_until timestamptz NOT NULL
);

CREATE TABLE run (
  job text NOT NULL,
  slot timestamptz NOT NULL, -- when it was due
  state text NOT NULL CHECK (state IN ('due', 'skipped', 'done')),
  finished_at timestamptz,
  PRIMARY KEY (job, slot)
);
-- #endregion tables
