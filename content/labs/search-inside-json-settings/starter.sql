select id
from accounts
where settings ->> 'theme' = 'dark'
order by id;
