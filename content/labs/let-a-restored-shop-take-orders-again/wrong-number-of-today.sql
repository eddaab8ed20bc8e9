-- fails: A larger copy is repaired by the same script
-- says: writes down the highest IDs of this shop.
alter table orders alter column id restart with 41;
alter table lines alter column id restart with 141;

-- Four customers try to order:
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ada') returning id;
insert into orders (customer) values ('Ben') returning id;
insert into orders (customer) values ('Chen') returning id;

select (array_agg(id order by id))[1:12] as "first orders", max(id) as highest, count(*) as count from orders;
