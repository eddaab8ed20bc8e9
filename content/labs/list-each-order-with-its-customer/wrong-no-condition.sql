-- fails: Every order has one row
select orders.id as order_id, customers.name, orders.total
from orders
cross join customers
order by order_id;
