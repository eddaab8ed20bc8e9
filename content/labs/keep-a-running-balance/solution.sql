select
  account_id,
  id,
  amount,
  sum(amount) over (partition by account_id order by booked_on, id) as balance
from bookings
order by account_id, booked_on, id;
