-- fails: Bilal and Dana are found
select name from customers where id not in (select customer_id from orders) order by name;
