select customers.name, orders.ordered_on, orders.total
from customers
join orders on orders.customer_id = customers.id
order by customers.name;
