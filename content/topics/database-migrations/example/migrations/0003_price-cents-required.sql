-- Up Migration
SET LOCAL lock_timeout = '200ms';
ALTER TABLE product
  ADD CONSTRAINT price_cents_set NOT NULL price_cents NOT VALID;
