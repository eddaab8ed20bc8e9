-- fails: Of two orders on one day, the one with the higher id counts
-- says: decides between two orders of one day by their total, not by their id.
select distinct on (customers.name) customers.name, orders.ordered_on, orders.total
from customers
left join orders on orders.customer_id = customers.id
order by customers.name, orders.ordered_on desc nulls last, orders.total desc;
