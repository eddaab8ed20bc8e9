select day, orders / visits * 100 as rate
from days
where visits > 0
order by day;
