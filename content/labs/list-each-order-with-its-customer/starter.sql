-- Each order with the name of its customer.
select id as order_id, total
from orders
order by order_id;
