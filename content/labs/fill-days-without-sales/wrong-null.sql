-- fails: An empty week is seven zeros
-- says: shows NULL for a day without sales, where the amount is 0.
select day::date as day, sum(sales.amount) as amount
from generate_series(date '2026-05-04', date '2026-05-10', interval '1 day') as day
left join sales on sales.sold_on = day::date and sales.shop = 'north'
group by day
order by day;
