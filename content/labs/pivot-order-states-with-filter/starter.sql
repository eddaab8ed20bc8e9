select day, count(*) as paid
from orders
where status = 'paid'
group by day
order by day;
