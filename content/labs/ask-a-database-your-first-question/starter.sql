select name, price
from products;
