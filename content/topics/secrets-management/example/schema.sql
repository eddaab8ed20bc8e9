CREATE TABLE readers (email text PRIMARY KEY);
INSERT INTO readers VALUES ('ines@example.com'), ('omar@example.com');

-- #region roles
-- The rights belong to a role that can't log in.
CREATE ROLE newsletter_app NOLOGIN;
GRANT SELECT, INSERT, UPDATE, DELETE ON readers TO newsletter_app;

-- Two logins inherit them, and the service uses one at a time.
CREATE ROLE newsletter_a LOGIN IN ROLE newsletter_app;
CREATE ROLE newsletter_b LOGIN IN ROLE newsletter_app;
-- #endregion roles
