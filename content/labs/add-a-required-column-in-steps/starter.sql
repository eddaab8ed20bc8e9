alter table orders add column country text;
