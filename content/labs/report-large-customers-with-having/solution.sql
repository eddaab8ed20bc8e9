select customer, sum(total) as spent
from orders
where status = 'paid'
group by customer
having sum(total) > 100
order by customer;
