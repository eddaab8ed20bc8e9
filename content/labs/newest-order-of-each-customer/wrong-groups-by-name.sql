-- fails: Customers of the same name have a row each
-- says: takes two customers of the same name for one.
select distinct on (customers.name) customers.name, orders.ordered_on, orders.total
from customers
left join orders on orders.customer_id = customers.id
order by customers.name, orders.ordered_on desc nulls last, orders.id desc;
