-- fails: Only paid orders count, in the sum and in the limit
-- says: shows the sum of all orders of those who paid more than 100.
select customer, sum(total) as spent
from orders
group by customer
having sum(total) filter (where status = 'paid') > 100
order by customer;
