-- Up Migration
CREATE TABLE appointment (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  donor text NOT NULL,
  slot_id int NOT NULL REFERENCES slot,
  UNIQUE (donor, slot_id)
);
