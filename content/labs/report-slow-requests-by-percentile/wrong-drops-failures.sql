-- fails: Each busy route has its numbers
select route, count(*) as requests,
  percentile_disc(0.5) within group (order by milliseconds) as median,
  percentile_disc(0.95) within group (order by milliseconds) as p95,
  0 as errors
from requests where status < 500 group by route having count(*) >= 20 order by p95 desc, route;
