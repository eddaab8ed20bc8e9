-- fails: Each day has its three counts
-- says: gives NULL where nothing was counted, as sum() does.
select
  day,
  sum(1) filter (where status = 'open') as open,
  sum(1) filter (where status = 'paid') as paid,
  sum(1) filter (where status = 'cancelled') as cancelled
from orders
group by day
order by day;
