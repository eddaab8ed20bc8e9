CREATE TABLE subscriber (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CHECK (email LIKE '%_@_%' AND length(email) <= 254),
  name text NOT NULL,
  CONSTRAINT subscriber_email_unique UNIQUE (email)
);
