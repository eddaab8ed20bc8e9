-- fails: Customers without orders are listed with 0
-- says: counts the row that the left join makes for a customer without orders, as count(*) does.
select customers.name, count(*) as orders
from customers
left join orders on orders.customer_id = customers.id
group by customers.id
order by count(*) desc, customers.id;
