CREATE TABLE booking (
  id text PRIMARY KEY,
  amount integer NOT NULL CHECK (amount > 0), -- in cents
  currency text NOT NULL DEFAULT 'eur',
  status text NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'paid', 'released', 'review')),
  session text UNIQUE, -- the provider's IDs, known later
  charge text UNIQUE,
  received integer,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE refund (
  id text PRIMARY KEY,
  booking text NOT NULL REFERENCES booking,
  amount integer NOT NULL CHECK (amount > 0),
  status text NOT NULL DEFAULT 'started',
  provider_id text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
