CREATE TABLE stations (
  id integer PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE bikes (
  id integer PRIMARY KEY,
  first_station integer NOT NULL REFERENCES stations
);

-- #region rentals
CREATE TABLE rentals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bike integer NOT NULL REFERENCES bikes,
  rider text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  -- The return: all NULL while the ride is active.
  returned_at timestamptz,
  station integer REFERENCES stations,
  fee_cents integer,
  CHECK (num_nulls(returned_at, station, fee_cents) IN (0, 3))
);

-- A bike has at most one active rental.
CREATE UNIQUE INDEX ON rentals (bike) WHERE returned_at IS NULL;
-- #endregion rentals
