-- fails: A product that costs exactly 10 is not shown
-- says: also shows what costs exactly 10, as <= does.
select name, price from products where price <= 10 order by price;
