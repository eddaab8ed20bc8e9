-- #region tables
CREATE TABLE role_inherits (senior text, junior text, PRIMARY KEY (senior, junior));
CREATE TABLE role_grants (role text, permission text, PRIMARY KEY (role, permission));
CREATE TABLE assignments (
  person text,
  role text,
  until date NOT NULL,
  PRIMARY KEY (person, role)
);

CREATE VIEW effective AS
WITH RECURSIVE held (person, role) AS (
  SELECT person, role FROM assignments WHERE until >= current_date
  UNION
  SELECT held.person, junior
  FROM held
  JOIN role_inherits ON senior = held.role
)
SELECT DISTINCT person, permission
FROM held
JOIN role_grants USING (role);
-- #endregion tables
