select route, count(*) as requests, avg(milliseconds) as median, max(milliseconds) as p95
from requests
group by route
order by p95 desc;
