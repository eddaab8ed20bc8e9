-- fails: Bilal and Dana are found
select distinct customers.name
from customers
left join orders on orders.customer_id = customers.id
order by customers.name;
