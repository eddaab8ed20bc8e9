-- fails: The columns are customer, ordered and paid
-- says: gives the view other columns than the report had.
create or replace view revenue as
select c.name as customer, coalesce(sum(i.cents), 0) as ordered, coalesce(sum(p.cents), 0) as paid,
  coalesce(sum(i.cents), 0) - coalesce(sum(p.cents), 0) as open
from customers as c
left join orders as o on o.customer = c.name
left join (select order_id, sum(quantity * cents) as cents from items group by order_id) as i on i.order_id = o.id
left join (select order_id, sum(cents) as cents from payments group by order_id) as p on p.order_id = o.id
group by c.name
order by c.name;
