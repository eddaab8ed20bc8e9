-- fails: Two customers of the same name are two rows
-- says: groups by name, so that two customers of the same name become one.
select customers.name, count(orders.id) as orders
from customers
left join orders on orders.customer_id = customers.id
group by customers.name
order by orders desc, customers.name;
