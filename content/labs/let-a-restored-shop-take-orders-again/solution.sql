select setval(pg_get_serial_sequence('orders', 'id'), (select max(id) from orders));
select setval(pg_get_serial_sequence('lines', 'id'), (select max(id) from lines));

-- Four customers try to order:
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ben') returning id;
insert into orders (customer) values ('Chen') returning id;
