create materialized view revenue as
select product, count(*) as sold, sum(amount) as amount
from sales
group by product;

create unique index revenue_product on revenue (product);

insert into sales (product, amount) values ('tea', 5.00);
refresh materialized view concurrently revenue;
