CREATE TABLE parcel (id integer PRIMARY KEY, status text NOT NULL);
INSERT INTO parcel SELECT n, 'on its way' FROM generate_series(1, 100) AS n;

-- #region roles
-- "parcels" owns the permissions and can't log in.
CREATE ROLE parcels NOLOGIN;
GRANT SELECT, UPDATE ON parcel TO parcels;

-- The two users that take turns. Only one of them is in use at a time.
CREATE ROLE parcels_a LOGIN PASSWORD 'first' IN ROLE parcels;
CREATE ROLE parcels_b NOLOGIN IN ROLE parcels;
-- #endregion roles
