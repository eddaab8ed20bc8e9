-- fails: Amara and Dana are reported with their sums
-- says: also reports a sum of exactly 100, as >= does.
select customer, sum(total) as spent
from orders
where status = 'paid'
group by customer
having sum(total) >= 100
order by customer;
