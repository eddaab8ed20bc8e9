CREATE TABLE card (
  owner text PRIMARY KEY,
  credit integer NOT NULL CHECK (credit >= 0) -- in cents
);

CREATE TABLE wash (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner text NOT NULL REFERENCES card,
  machine integer NOT NULL
);

-- #region key
CREATE TABLE idempotency_key (
  client text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client, key)
);
-- #endregion key
