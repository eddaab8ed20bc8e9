select name
from customers
where not exists (
  select from orders where orders.customer_id = customers.id
)
order by name;
