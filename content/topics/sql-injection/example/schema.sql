CREATE TABLE room (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE exhibit (
  id int PRIMARY KEY,
  title text NOT NULL,
  year int NOT NULL,
  room text NOT NULL
);
CREATE TABLE employee (name text NOT NULL, password_hash text NOT NULL);

INSERT INTO exhibit VALUES
  (1, 'Winter Harbor', 1881, 'North wing'),
  (2, 'O''Keefe at Work', 1926, 'Studio'),
  (3, '100% Cotton', 1968, 'Studio');
INSERT INTO employee VALUES ('Ida', '$argon2id$v=19$q8Zk');
-- The name of a room, typed into a form last year and stored with a parameter.
INSERT INTO room VALUES (1, 'Studio'), (2, 'x'' OR ''1''=''1');

-- #region role
CREATE ROLE search LOGIN PASSWORD 'from-your-secret-store';
GRANT SELECT ON exhibit TO search;

CREATE ROLE editor LOGIN PASSWORD 'another-secret';
GRANT SELECT, UPDATE (title, year) ON exhibit TO editor;
-- #endregion role
