select
  day,
  count(*) filter (where status = 'open') as open,
  count(*) filter (where status = 'paid') as paid,
  count(*) filter (where status = 'cancelled') as cancelled
from orders
group by day
order by day;
