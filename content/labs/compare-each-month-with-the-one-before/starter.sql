select month, amount, amount - lag(amount) over (order by month) as change
from revenue
order by month;
