select user_id, count(*) as days, min(at)::date as first_day, max(at)::date as last_day
from practice
group by user_id
order by user_id;
