-- fails: A product that costs exactly 10 is not shown
select name, price from products where price <= 10 order by price;
