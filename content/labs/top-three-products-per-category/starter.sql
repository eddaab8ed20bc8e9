select category, name, sold
from products
order by sold desc
limit 3;
