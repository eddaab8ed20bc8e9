-- #region tables
CREATE TABLE choir (
  id   int PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE singer (
  choir_id int NOT NULL REFERENCES choir,
  id       int GENERATED ALWAYS AS IDENTITY,
  name     text NOT NULL,
  email    text NOT NULL,
  PRIMARY KEY (choir_id, id),
  UNIQUE (choir_id, email)
);
CREATE TABLE concert (
  choir_id int NOT NULL REFERENCES choir,
  id       int GENERATED ALWAYS AS IDENTITY,
  title    text NOT NULL,
  PRIMARY KEY (choir_id, id)
);
CREATE TABLE lineup (
  choir_id   int NOT NULL,
  concert_id int NOT NULL,
  singer_id  int NOT NULL,
  PRIMARY KEY (choir_id, concert_id, singer_id),
  FOREIGN KEY (choir_id, concert_id) REFERENCES concert,
  FOREIGN KEY (choir_id, singer_id) REFERENCES singer
);
-- #endregion tables
CREATE INDEX ON lineup (choir_id, singer_id);
CREATE TABLE membership (
  user_id  int NOT NULL,
  choir_id int NOT NULL REFERENCES choir,
  PRIMARY KEY (user_id, choir_id)
);

-- #region policies
ALTER TABLE singer
  ALTER choir_id SET DEFAULT current_setting('app.choir')::int,
  ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_choir ON singer
  USING (choir_id = current_setting('app.choir')::int);

CREATE ROLE choir_app LOGIN PASSWORD 'secret';
GRANT SELECT, INSERT, UPDATE, DELETE ON singer, concert, lineup TO choir_app;
-- #endregion policies

ALTER TABLE concert
  ALTER choir_id SET DEFAULT current_setting('app.choir')::int,
  ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_choir ON concert
  USING (choir_id = current_setting('app.choir')::int);
ALTER TABLE lineup
  ALTER choir_id SET DEFAULT current_setting('app.choir')::int,
  ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_choir ON lineup
  USING (choir_id = current_setting('app.choir')::int);

-- The app can't read who belongs to which choir. It can only ask for one user.
CREATE FUNCTION choir_of(member int, wanted text) RETURNS int
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  RETURN (SELECT choir_id FROM membership
          WHERE user_id = member AND choir_id::text = wanted);
REVOKE EXECUTE ON FUNCTION choir_of FROM public;
GRANT EXECUTE ON FUNCTION choir_of TO choir_app;

INSERT INTO choir VALUES (12, 'Nordlicht'), (21, 'Cantabile');
INSERT INTO membership VALUES (100, 12), (200, 21);
INSERT INTO singer (choir_id, name, email) VALUES
  (12, 'Aino', 'aino@example.com'), (21, 'Carlo', 'carlo@example.com');
INSERT INTO concert (choir_id, title) VALUES (12, 'Advent'), (21, 'Spring');
INSERT INTO lineup VALUES (12, 1, 1), (21, 2, 2);
