-- fails: Each day has its three counts
select day, count(status = 'open') as open, count(status = 'paid') as paid, count(status = 'cancelled') as cancelled
from orders
group by day
order by day;
