CREATE TABLE recipes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL,
  source text,
  minutes integer NOT NULL
);

CREATE TABLE pantry (
  name text PRIMARY KEY,
  grams integer NOT NULL CHECK (grams >= 0)
);
