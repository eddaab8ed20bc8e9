-- fails: Two bookings of one day have two balances
-- says: orders by the day alone, so that the bookings of one day share one balance.
select account_id, id, amount, sum(amount) over (partition by account_id order by booked_on) as balance
from bookings
order by account_id, booked_on, id;
