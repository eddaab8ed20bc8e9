-- fails: Customers of the same name are kept apart
-- says: compares names, so a customer counts as having ordered if someone of the same name has.
select name from customers
except
select customers.name from customers join orders on orders.customer_id = customers.id
order by name;
