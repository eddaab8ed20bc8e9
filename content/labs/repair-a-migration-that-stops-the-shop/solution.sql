-- Migration 42: each order gets a currency.
alter table orders add column currency text;

create procedure fill_currency() language plpgsql as $$
begin
  loop
    update orders set currency = case when country = 'CH' then 'CHF' else 'EUR' end
    where id in (select id from orders where currency is null order by id limit 5000);
    exit when not found;
    commit;
  end loop;
end $$;

call fill_currency();

create index concurrently orders_currency on orders (currency);
