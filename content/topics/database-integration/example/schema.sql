CREATE TABLE subscriber (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CHECK (email LIKE '%_@_%'),
  name text NOT NULL,
  CONSTRAINT subscriber_email_unique UNIQUE (email)
);
