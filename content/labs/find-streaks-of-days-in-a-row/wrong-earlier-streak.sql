-- fails: Each user's longest streak is found
with days as (select distinct user_id, at::date as day from practice),
numbered as (
  select user_id, day, day - row_number() over (partition by user_id order by day)::integer as streak from days
)
select distinct on (user_id) user_id, count(*) as days, min(day) as first_day, max(day) as last_day
from numbered group by user_id, streak order by user_id, days desc, first_day;
