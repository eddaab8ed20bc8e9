-- fails: Orders in other states aren't counted, but their day is listed
-- says: counts every other state as canceled.
select
  day,
  count(*) filter (where status = 'open') as open,
  count(*) filter (where status = 'paid') as paid,
  count(*) filter (where status not in ('open', 'paid')) as cancelled
from orders
group by day
order by day;
