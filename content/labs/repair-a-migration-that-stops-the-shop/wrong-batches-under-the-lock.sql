-- fails: No rows change while readers are locked out
-- says: changes the orders in batches, but in the transaction that has locked the table.
-- Migration 42: each order gets a currency.
begin;

alter table orders add column currency text;

create procedure fill_currency() language plpgsql as $$
begin
  loop
    update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end
    where id in (select id from orders where currency is null order by id limit 5000);
    exit when not found;
  end loop;
end $$;

call fill_currency();

commit;

create index concurrently orders_currency on orders (currency);

-- What it did, and the locks that it held meanwhile:
select * from migration_log;
