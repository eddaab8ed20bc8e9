CREATE TABLE member (
  id integer PRIMARY KEY,
  email text NOT NULL UNIQUE,
  password text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- A session counts only while its version is the member's.
CREATE TABLE session (
  id text PRIMARY KEY,
  member_id integer NOT NULL REFERENCES member,
  version integer NOT NULL
);

CREATE TABLE totp (
  member_id integer PRIMARY KEY REFERENCES member,
  secret text NOT NULL,
  confirmed boolean NOT NULL DEFAULT false,
  last_step bigint NOT NULL DEFAULT 0
);

-- #region one-time
CREATE TABLE one_time (
  kind text NOT NULL, -- 'recovery' or 'reset'
  member_id integer NOT NULL REFERENCES member,
  code_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (kind, code_hash)
);
-- #endregion one-time
