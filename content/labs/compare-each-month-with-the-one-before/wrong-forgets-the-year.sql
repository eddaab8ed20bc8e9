-- fails: The same month of another year is not the one before
-- says: compares the numbers of the months and forgets the year.
select this.month, this.amount, this.amount - previous.amount as change
from revenue as this
left join revenue as previous
  on extract(month from previous.month) = extract(month from this.month - interval '1 month')
order by this.month;
