-- Up Migration
SET LOCAL lock_timeout = '200ms';
ALTER TABLE product ADD COLUMN price_cents int;
