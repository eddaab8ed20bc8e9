-- fails: Daylight saving time moves the start of the day
select shops.name,
  (sales.sold_at at time zone 'UTC' + case shops.name when 'New York' then interval '-5 hours' else interval '9 hours' end)::date as day,
  sum(sales.amount) as amount
from sales join shops on shops.id = sales.shop_id
group by shops.name, day
order by name, day;
