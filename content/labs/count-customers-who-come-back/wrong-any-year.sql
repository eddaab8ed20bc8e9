-- fails: Only an order in the very next month counts
-- says: compares the month without the year.
with firsts as (
  select customer_id, date_trunc('month', min(ordered_at)) as month
  from orders
  group by customer_id
),
returned as (
  select month, exists (
    select from orders
    where customer_id = firsts.customer_id
      and extract(month from ordered_at) = extract(month from firsts.month + interval '1 month')
  ) as came_back
  from firsts
)
select
  month::date as month,
  count(*) as customers,
  count(*) filter (where came_back) as came_back,
  round(100.0 * count(*) filter (where came_back) / count(*)) as percent
from returned
where month + interval '1 month' < (select date_trunc('month', max(ordered_at)) from orders)
group by month
order by month;
