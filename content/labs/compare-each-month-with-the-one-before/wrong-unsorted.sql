-- fails: December comes before January
-- says: leaves out the sorting by month.
select this.month, this.amount, this.amount - previous.amount as change
from revenue as this
left join revenue as previous on previous.month = this.month - interval '1 month';
