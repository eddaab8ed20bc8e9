-- fails: New lines get new IDs
-- says: moves the counter of one table only.
select setval(pg_get_serial_sequence('orders', 'id'), (select max(id) from orders));

-- Four customers try to order:
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ben') returning id;
insert into orders (customer) values ('Chen') returning id;

select (array_agg(id order by id))[1:12] as "first orders", max(id) as highest, count(*) as count from orders;
