-- fails: Orders in other states aren't counted, but their day is listed
-- says: leaves out days that only have orders in other states.
select
  day,
  count(*) filter (where status = 'open') as open,
  count(*) filter (where status = 'paid') as paid,
  count(*) filter (where status = 'cancelled') as cancelled
from orders
where status in ('open', 'paid', 'cancelled')
group by day
order by day;
