-- #region roles
CREATE ROLE migrator LOGIN PASSWORD 'change-me-1';
CREATE ROLE service  LOGIN PASSWORD 'change-me-2';
CREATE ROLE analyst  LOGIN PASSWORD 'change-me-3';

CREATE SCHEMA app AUTHORIZATION migrator;
GRANT USAGE ON SCHEMA app TO service, analyst;

ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA app
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO service;
ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA app
  GRANT USAGE ON SEQUENCES TO service;
ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA app
  GRANT SELECT ON TABLES TO analyst;

ALTER ROLE migrator SET search_path = app;
ALTER ROLE service  SET search_path = app;
ALTER ROLE analyst  SET search_path = app;
ALTER ROLE migrator SET idle_in_transaction_session_timeout = '10min';
ALTER ROLE service  SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE analyst  SET idle_in_transaction_session_timeout = '10min';
-- #endregion roles
