-- fails: New products get a row
update stock set quantity = stock.quantity + deliveries.quantity
from deliveries where deliveries.sku = stock.sku;
