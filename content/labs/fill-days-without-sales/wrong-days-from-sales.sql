-- fails: An empty week is seven zeros
-- says: takes the days from the sales, so that days without any sale are missing.
select days.day, coalesce(sum(sales.amount), 0) as amount
from (select distinct sold_on as day from sales where sold_on between '2026-05-04' and '2026-05-10') as days
left join sales on sales.sold_on = days.day and sales.shop = 'north'
group by days.day
order by days.day;
