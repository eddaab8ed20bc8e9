-- fails: The change is against the previous calendar month
-- says: loses months that have no month before them, as an inner join does.
select this.month, this.amount, this.amount - previous.amount as change
from revenue as this
join revenue as previous on previous.month = this.month - interval '1 month'
order by this.month;
