-- fails: Orders that are added later get a currency too
-- says: only covers the IDs that exist today.
-- Migration 42: each order gets a currency.
alter table orders add column currency text;

update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end
where id between 1 and 15000;
update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end
where id between 15001 and 30000;
update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end
where id between 30001 and 45000;

create index concurrently orders_currency on orders (currency);

-- What it did, and the locks that it held meanwhile:
select * from migration_log;
