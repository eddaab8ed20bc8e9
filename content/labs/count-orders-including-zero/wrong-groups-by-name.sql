-- fails: Two customers of the same name are two rows
select customers.name, count(orders.id) as orders
from customers
left join orders on orders.customer_id = customers.id
group by customers.name
order by orders desc, customers.name;
