-- Up Migration
SET LOCAL lock_timeout = '200ms';
ALTER TABLE product DROP COLUMN price;
