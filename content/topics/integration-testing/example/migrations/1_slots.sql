-- Up Migration
CREATE TABLE slot (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  chairs int NOT NULL CHECK (chairs > 0)
);
