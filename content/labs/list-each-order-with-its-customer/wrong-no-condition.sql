-- fails: Every order has one row
-- says: joins every order with every customer.
select orders.id as order_id, customers.name, orders.total
from orders
cross join customers
order by order_id;
