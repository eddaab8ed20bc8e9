-- fails: A later concurrent refresh works too
-- says: makes a column unique that two products can have in common, so a later refresh fails.
create materialized view revenue as
select product, count(*) as sold, sum(amount) as amount
from sales
group by product;

create unique index revenue_sold on revenue (sold);

insert into sales (product, amount) values ('tea', 5.00);
refresh materialized view concurrently revenue;
