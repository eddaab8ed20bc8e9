-- fails: The result is sorted
-- says: sorts the window or a subquery, but not the result.
select account_id, id, amount, sum(amount) over (partition by account_id order by booked_on, id) as balance
from bookings;
