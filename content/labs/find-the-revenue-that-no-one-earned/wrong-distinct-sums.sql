-- fails: Equal amounts all count
-- says: adds up different amounts only, and equal ones are real as well.
create or replace view revenue as
select c.name as customer, coalesce(sum(distinct i.quantity * i.cents), 0) as ordered, coalesce(sum(distinct p.cents), 0) as paid
from customers as c
left join orders as o on o.customer = c.name
left join items as i on i.order_id = o.id
left join payments as p on p.order_id = o.id
group by c.name
order by c.name;

select * from revenue;

-- The orders behind it:
select o.id, o.customer,
  (select count(*) from items where order_id = o.id) as items,
  (select count(*) from payments where order_id = o.id) as payments
from orders as o
order by o.id;
