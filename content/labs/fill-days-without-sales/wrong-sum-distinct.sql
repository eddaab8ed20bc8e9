-- fails: Every sale of the shop and of the day counts, and no other
-- says: counts two sales of the same amount on one day only once.
select day::date as day, coalesce(sum(distinct sales.amount), 0) as amount
from generate_series(date '2026-05-04', date '2026-05-10', interval '1 day') as day
left join sales on sales.sold_on = day::date and sales.shop = 'north'
group by day
order by day;
