-- fails: Amara and Dana are reported with their sums
-- says: adds up canceled orders, too.
select customer, sum(total) as spent
from orders
group by customer
having sum(total) > 100
order by customer;
