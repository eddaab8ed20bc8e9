-- fails: Only values that occurred are reported
select route, count(*) as requests,
  percentile_cont(0.5) within group (order by milliseconds) as median,
  percentile_cont(0.95) within group (order by milliseconds) as p95,
  count(*) filter (where status >= 500) as errors
from requests group by route having count(*) >= 20 order by p95 desc, route;
