CREATE TABLE api_key (
  id           text        PRIMARY KEY,
  hash         bytea       NOT NULL,
  owner        text        NOT NULL,
  name         text        NOT NULL,
  scopes       text[]      NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  last_used_at timestamptz
);
