CREATE TABLE bikes (
  id integer PRIMARY KEY,
  station integer NOT NULL
);

CREATE TABLE rentals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bike integer NOT NULL REFERENCES bikes,
  rider text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended boolean NOT NULL DEFAULT false
);
-- A bike has at most one rental at a time.
CREATE UNIQUE INDEX ON rentals (bike) WHERE NOT ended;

-- A rental has at most one return.
CREATE TABLE returns (
  rental uuid PRIMARY KEY REFERENCES rentals,
  station integer NOT NULL,
  returned_at timestamptz NOT NULL DEFAULT now(),
  fee_cents integer NOT NULL
);
