-- fails: Many orders of one customer count once
with firsts as (select customer_id, date_trunc('month', min(ordered_at)) as month from orders group by customer_id)
select f.month::date as month, count(distinct f.customer_id) as customers, count(o.id) as came_back,
  round(100.0 * count(o.id) / count(distinct f.customer_id)) as percent
from firsts f
left join orders o on o.customer_id = f.customer_id and date_trunc('month', o.ordered_at) = f.month + interval '1 month'
where f.month + interval '1 month' < (select date_trunc('month', max(ordered_at)) from orders)
group by f.month order by f.month;
