CREATE TABLE tool (
  id      uuid PRIMARY KEY DEFAULT uuidv7(),
  label   text NOT NULL UNIQUE,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE repair (
  id      serial PRIMARY KEY,
  tool_id uuid NOT NULL REFERENCES tool,
  note    text NOT NULL
);
