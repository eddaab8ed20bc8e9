CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE help_case (
  id int PRIMARY KEY,
  tenant int NOT NULL,
  model text NOT NULL,
  embedding vector(16) NOT NULL
);
