-- fails: Two shops of one name have rows of their own
-- says: adds up the sales of shops that have the same name.
select shops.name, (sales.sold_at at time zone shops.zone)::date as day, sum(sales.amount) as amount
from sales
join shops on shops.id = sales.shop_id
group by shops.name, day
order by name, day;
