-- The receiver's side.
-- #region inbox
CREATE TABLE inbox (
  id text PRIMARY KEY,
  body bytea NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  processed_at timestamptz
);
CREATE INDEX ON inbox (next_attempt_at) WHERE processed_at IS NULL;
-- #endregion inbox
CREATE TABLE known_jobs (
  id integer PRIMARY KEY,
  status text NOT NULL,
  version integer NOT NULL
);

-- The sender's side.
CREATE TABLE jobs (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  status text NOT NULL
);

CREATE TABLE endpoints (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  disabled_at timestamptz
);

CREATE TABLE deliveries (
  event_id text NOT NULL,
  endpoint_id integer NOT NULL REFERENCES endpoints,
  body text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_result text,
  delivered_at timestamptz,
  PRIMARY KEY (event_id, endpoint_id)
);
CREATE INDEX ON deliveries (next_attempt_at) WHERE delivered_at IS NULL;
