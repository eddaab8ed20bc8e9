-- fails: Every customer has exactly one row, with the newest order
-- says: takes the newest day and the highest total, which may come from two orders.
select customers.name, max(orders.ordered_on) as ordered_on, max(orders.total) as total
from customers
left join orders on orders.customer_id = customers.id
group by customers.name
order by customers.name;
