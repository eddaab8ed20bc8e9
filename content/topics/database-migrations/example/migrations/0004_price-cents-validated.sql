-- Up Migration
SET LOCAL lock_timeout = '200ms';
ALTER TABLE product VALIDATE CONSTRAINT price_cents_set;
