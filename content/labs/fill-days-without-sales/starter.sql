select sold_on as day, sum(amount) as amount
from sales
where shop = 'north' and sold_on between '2026-05-04' and '2026-05-10'
group by sold_on
order by day;
