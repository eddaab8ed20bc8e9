CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE help_case (
  id int,
  tenant int NOT NULL,
  model text NOT NULL,
  embedding vector(16) NOT NULL CHECK (vector_norm(embedding) > 0),
  PRIMARY KEY (id, model)
);
