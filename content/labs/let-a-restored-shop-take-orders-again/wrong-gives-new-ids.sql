-- fails: No restored row has changed
-- says: gives the restored orders other IDs.
alter table lines drop constraint lines_order_id_fkey;
update orders set id = id - 1000;
update lines set order_id = order_id - 1000, id = id - 1000;
alter table lines add foreign key (order_id) references orders;

-- Four customers try to order:
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ben') returning id;
insert into orders (customer) values ('Chen') returning id;

select (array_agg(id order by id))[1:12] as "first orders", max(id) as highest, count(*) as count from orders;
