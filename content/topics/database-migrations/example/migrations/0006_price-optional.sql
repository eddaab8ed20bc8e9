-- Up Migration
SET LOCAL lock_timeout = '200ms';
ALTER TABLE product ALTER COLUMN price DROP NOT NULL;
