select l.id, p.price, l.quantity * p.price as total
from lines as l
join prices as p on p.product_id = l.product_id
order by l.id;
