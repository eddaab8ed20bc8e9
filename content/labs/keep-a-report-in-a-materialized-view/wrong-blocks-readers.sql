-- fails: A later concurrent refresh works too
create materialized view revenue as
select product, count(*) as sold, sum(amount) as amount from sales group by product;
create index revenue_product on revenue (product);
insert into sales (product, amount) values ('tea', 5.00);
refresh materialized view revenue;
