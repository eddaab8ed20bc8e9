select shops.name, (sales.sold_at at time zone shops.zone)::date as day, sum(sales.amount) as amount
from sales
join shops on shops.id = sales.shop_id
group by shops.id, day
order by name, day;
