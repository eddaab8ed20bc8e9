insert into stock (sku, quantity)
select sku, quantity from deliveries
on conflict (sku) do update
set quantity = stock.quantity + excluded.quantity;
