-- fails: A streak goes on over the end of a month
with days as (select distinct user_id, at::date as day from practice),
numbered as (
  select user_id, day, date_trunc('month', day) as month,
    day - row_number() over (partition by user_id, date_trunc('month', day) order by day)::integer as streak
  from days
)
select distinct on (user_id) user_id, count(*) as days, min(day) as first_day, max(day) as last_day
from numbered group by user_id, month, streak order by user_id, days desc, last_day desc;
