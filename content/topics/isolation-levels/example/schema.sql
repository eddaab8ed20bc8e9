CREATE EXTENSION btree_gist;

CREATE TABLE invoice (
  id int PRIMARY KEY,
  cents int NOT NULL,
  open boolean NOT NULL
);

CREATE TABLE payment (
  invoice_id int PRIMARY KEY REFERENCES invoice,
  cents int NOT NULL
);

CREATE TABLE counter (
  id int PRIMARY KEY,
  n int NOT NULL
);

CREATE TABLE booking (
  scope int NOT NULL,
  during tstzrange NOT NULL
);

-- #region guarded
CREATE TABLE guarded_booking (
  scope int NOT NULL,
  during tstzrange NOT NULL CHECK (
    isfinite(lower(during)) IS TRUE AND isfinite(upper(during)) IS TRUE
  ),
  EXCLUDE USING gist (scope WITH =, during WITH &&)
);
-- #endregion guarded
