-- fails: The rows are sorted by order_id
-- says: leaves out the sorting by order_id.
select orders.id as order_id, customers.name, orders.total
from orders
join customers on customers.id = orders.customer_id;
