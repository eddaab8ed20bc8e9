-- fails: Customers without orders are listed with 0
select customers.name, count(*) as orders
from customers
left join orders on orders.customer_id = customers.id
group by customers.id
order by count(*) desc, customers.id;
