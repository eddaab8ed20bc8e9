insert into stock (sku, quantity)
select sku, quantity from deliveries;
