-- fails: The cheapest comes first
-- says: sorts from the highest price down to the lowest.
select name, price from products where price < 10 order by price desc;
