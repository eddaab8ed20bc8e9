-- fails: Known products get the delivery added
insert into stock (sku, quantity)
select sku, quantity from deliveries
on conflict (sku) do update set quantity = excluded.quantity;
