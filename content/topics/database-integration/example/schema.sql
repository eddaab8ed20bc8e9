CREATE TABLE subscriber (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  CONSTRAINT subscriber_email_unique UNIQUE (email),
  CONSTRAINT subscriber_email_check
    CHECK (email LIKE '%_@_%' AND length(email) <= 254)
);
