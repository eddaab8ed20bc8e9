-- fails: It works while others add the same product
-- says: looks first whether a product is there, so it fails if another program inserts it at the same moment.
merge into stock
using deliveries on stock.sku = deliveries.sku
when matched then update set quantity = stock.quantity + deliveries.quantity
when not matched then insert (sku, quantity) values (deliveries.sku, deliveries.quantity);
