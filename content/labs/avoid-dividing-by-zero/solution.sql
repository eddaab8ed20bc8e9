select day, round(100.0 * orders / nullif(visits, 0), 1) as rate
from days
order by day;
