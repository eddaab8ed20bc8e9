select account_id, id, amount, sum(amount) over (order by booked_on) as balance
from bookings
order by account_id, booked_on, id;
