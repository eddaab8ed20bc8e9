-- Migration 42: each order gets a currency.
begin;

alter table orders add column currency text;

update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end;

create index orders_currency on orders (currency);

commit;

-- What it did, and the locks that it held meanwhile:
select * from migration_log;
