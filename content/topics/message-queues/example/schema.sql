-- #region outbox
CREATE TABLE tickets (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seat text NOT NULL UNIQUE,
  buyer text NOT NULL
);

CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body jsonb NOT NULL,
  created timestamptz NOT NULL DEFAULT now()
);
-- #endregion outbox

-- #region points
CREATE TABLE points (
  buyer text PRIMARY KEY,
  points integer NOT NULL
);

CREATE TABLE handled (
  message text PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);
-- #endregion points
