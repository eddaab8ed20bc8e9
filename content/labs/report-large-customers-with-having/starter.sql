select customer, sum(total) as spent
from orders
group by customer
order by customer;
