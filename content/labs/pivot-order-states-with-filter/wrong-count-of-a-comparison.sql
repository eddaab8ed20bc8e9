-- fails: Each day has its three counts
-- says: counts every row, because count() leaves out only NULL and counts false.
select day, count(status = 'open') as open, count(status = 'paid') as paid, count(status = 'cancelled') as cancelled
from orders
group by day
order by day;
