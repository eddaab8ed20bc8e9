select name, price
from products
where price < 10
order by price;
