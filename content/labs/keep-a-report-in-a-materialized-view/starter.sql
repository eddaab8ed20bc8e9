create view revenue as
select product, sum(amount) as amount from sales group by product;

insert into sales (product, amount) values ('tea', 5.00);
refresh materialized view concurrently revenue;
