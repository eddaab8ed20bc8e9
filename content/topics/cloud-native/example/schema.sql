CREATE TABLE tickets (
  id uuid PRIMARY KEY,
  ferry text NOT NULL,
  seats int NOT NULL CHECK (seats BETWEEN 1 AND 9)
);
