-- fails: Every order has one row
select orders.id as order_id, customers.name, orders.total
from orders
join customers on customers.id = orders.id
order by order_id;
