-- fails: Each account has its own balance
-- says: adds up the bookings of all accounts in one balance.
select account_id, id, amount, sum(amount) over (order by booked_on, id) as balance
from bookings
order by account_id, booked_on, id;
