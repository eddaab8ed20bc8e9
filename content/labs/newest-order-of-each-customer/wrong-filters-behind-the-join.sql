-- fails: A customer who has just signed up is listed
with numbered as (
  select *, row_number() over (partition by customer_id order by ordered_on desc, id desc) as place
  from orders
)
select customers.name, numbered.ordered_on, numbered.total
from customers
left join numbered on numbered.customer_id = customers.id
where numbered.place = 1
order by customers.name;
