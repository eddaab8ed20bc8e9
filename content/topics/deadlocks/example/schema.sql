CREATE TABLE stock (
  article text PRIMARY KEY,
  n int NOT NULL CHECK (n >= 0)
);

CREATE TABLE delivery (
  id int PRIMARY KEY,
  pieces int NOT NULL DEFAULT 0
);

CREATE TABLE delivery_line (
  delivery_id int NOT NULL REFERENCES delivery,
  article text NOT NULL REFERENCES stock,
  n int NOT NULL CHECK (n > 0),
  PRIMARY KEY (delivery_id, article)
);
