-- fails: Customers without items or payments are listed with 0
-- says: loses the payments of customers whose orders have no items.
create or replace view revenue as
with i as (select o.customer, sum(quantity * cents) as ordered from orders o join items on order_id = o.id group by 1),
 p as (select o.customer, sum(cents) as paid from orders o join payments on order_id = o.id group by 1)
select c.name as customer, coalesce(i.ordered, 0)::bigint as ordered, coalesce(p.paid, 0)::bigint as paid
from customers c left join i on i.customer = c.name left join p on p.customer = i.customer order by 1;

select * from revenue;
