-- fails: Each sale counts on the shop's own day
-- says: reads the UTC time as if it were the shop's local time.
select shops.name, ((sales.sold_at::timestamp) at time zone shops.zone)::date as day, sum(sales.amount) as amount
from sales join shops on shops.id = sales.shop_id
group by shops.name, day
order by name, day;
