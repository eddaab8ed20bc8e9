select date_trunc('month', ordered_at)::date as month, count(distinct customer_id) as customers
from orders
group by 1
order by 1;
