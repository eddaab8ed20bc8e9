-- fails: Several small orders can add up
-- says: leaves out small orders before it adds them up.
select customer, sum(total) as spent
from orders
where status = 'paid' and total > 54
group by customer
having sum(total) > 100
order by customer;
