-- fails: The four customers get their orders
-- says: skips the orders that fail, so customers believe that they have ordered.
-- Repair the database here.


-- Four customers try to order:
insert into orders (customer) values ('Ada') on conflict do nothing returning id;
insert into orders (customer) values ('Ada') on conflict do nothing returning id;
insert into orders (customer) values ('Ben') on conflict do nothing returning id;
insert into orders (customer) values ('Chen') on conflict do nothing returning id;

select (array_agg(id order by id))[1:12] as "first orders", max(id) as highest, count(*) as count from orders;
