-- fails: Bilal and Dana are found
select distinct name
from customers
join orders on orders.customer_id <> customers.id
order by name;
