-- fails: Many exercises on one day are one day
with numbered as (
  select user_id, at::date as day, at::date - row_number() over (partition by user_id order by at)::integer as streak
  from practice
)
select distinct on (user_id) user_id, count(*) as days, min(day) as first_day, max(day) as last_day
from numbered group by user_id, streak order by user_id, days desc, last_day desc;
