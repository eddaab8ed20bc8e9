CREATE TABLE accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  password_version integer NOT NULL DEFAULT 1
);

CREATE TABLE reset_tokens (
  token_hash bytea PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts,
  expires_at timestamptz NOT NULL
);

CREATE TABLE sessions (
  id_hash bytea PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts
);

-- Of rate-limiter-flexible, whose keys would otherwise be varchar(255).
CREATE TABLE limits (
  key text PRIMARY KEY,
  points integer NOT NULL,
  expire bigint
);
