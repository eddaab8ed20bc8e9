CREATE TABLE show (
  id int PRIMARY KEY,
  title text NOT NULL,
  version int NOT NULL DEFAULT 1,
  seats_left int NOT NULL CHECK (seats_left >= 0)
);

CREATE TABLE gift_card (
  code text PRIMARY KEY,
  cents int NOT NULL CHECK (cents >= 0)
);

CREATE TABLE ticket (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  show_id int NOT NULL REFERENCES show,
  code text NOT NULL REFERENCES gift_card
);

CREATE TABLE projectionist (
  name text PRIMARY KEY,
  on_duty boolean NOT NULL
);
