-- fails: Only an order in the very next month counts
with firsts as (select customer_id, date_trunc('month', min(ordered_at)) as month, date_trunc('month', max(ordered_at)) as last from orders group by customer_id)
select month::date as month, count(*) as customers, count(*) filter (where last > month) as came_back,
  round(100.0 * count(*) filter (where last > month) / count(*)) as percent
from firsts
where month + interval '1 month' < (select date_trunc('month', max(ordered_at)) from orders)
group by month order by month;
