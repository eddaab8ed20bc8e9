select customers.name, count(*) as orders
from customers
join orders on orders.customer_id = customers.id
group by customers.id
order by orders desc, customers.id;
