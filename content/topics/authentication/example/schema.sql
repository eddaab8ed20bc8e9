CREATE TABLE accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  totp_secret text,
  totp_used_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE attempts (
  id uuid NOT NULL,
  key text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ON attempts (key, at);
CREATE INDEX ON attempts (id);

CREATE TABLE tickets (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('second factor', 'reset')),
  account_id bigint NOT NULL REFERENCES accounts,
  expires_at timestamptz NOT NULL
);

CREATE TABLE sessions (
  id_hash bytea PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts
);
