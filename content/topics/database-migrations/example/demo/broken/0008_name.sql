-- Up Migration
ALTER TABLE product ADD COLUMN name text;
ALTER TABLE product ADD COLUMN id int;
