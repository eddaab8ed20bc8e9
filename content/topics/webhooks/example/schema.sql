-- #region receiver
-- The receiver's inbox: the key makes the second delivery of an event fail.
CREATE TABLE inbox (
  id text PRIMARY KEY,
  payload jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  processed_at timestamptz
);
-- #endregion receiver

-- The sender's side.
CREATE TABLE jobs (
  id integer PRIMARY KEY,
  status text NOT NULL
);

CREATE TABLE endpoints (
  id integer PRIMARY KEY,
  url text NOT NULL,
  secret text NOT NULL,
  disabled_at timestamptz
);

-- #region outbox
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
-- #endregion outbox
