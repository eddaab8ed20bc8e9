select customers.name, count(orders.id) as orders
from customers
left join orders on orders.customer_id = customers.id
group by customers.id
order by count(orders.id) desc, customers.id;
