-- fails: December comes before January
select this.month, this.amount, this.amount - previous.amount as change
from revenue as this
left join revenue as previous
  on extract(year from previous.month) = extract(year from this.month)
  and extract(month from previous.month) = extract(month from this.month) - 1
order by this.month;
