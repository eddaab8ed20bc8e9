-- fails: No transaction changes more than 5,000 orders
-- Migration 42: each order gets a currency.
alter table orders add column currency text;

update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end;

create index concurrently orders_currency on orders (currency);

-- What it did, and the locks that it held meanwhile:
select * from migration_log;
