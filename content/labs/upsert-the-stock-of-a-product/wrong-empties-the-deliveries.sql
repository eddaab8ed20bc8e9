-- fails: The deliveries are still there
-- says: takes the deliveries out of their table while it adds them.
with d as (delete from deliveries returning *) insert into stock select * from d on conflict (sku) do update set quantity = stock.quantity + excluded.quantity;
