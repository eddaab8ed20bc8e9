-- fails: The refreshed report has the new sale
create materialized view revenue as
select product, count(*) as sold, sum(amount) as amount from sales group by product;
insert into sales (product, amount) values ('tea', 5.00);
refresh materialized view concurrently revenue;
