-- fails: A new order shows up with its own customer
-- says: also lists customers without orders, as a left join from customers does.
select orders.id as order_id, customers.name, orders.total
from customers
left join orders on orders.customer_id = customers.id
order by order_id;
