CREATE TABLE account (id integer PRIMARY KEY);
INSERT INTO account VALUES (7), (8), (9);

CREATE TABLE statement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account integer NOT NULL REFERENCES account,
  month text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  document text, -- NULL until a worker has rendered it
  UNIQUE (account, month)
);
