-- fails: Every order has one row
-- says: joins by the order's own id, where customer_id names the customer.
select orders.id as order_id, customers.name, orders.total
from orders
join customers on customers.id = orders.id
order by order_id;
