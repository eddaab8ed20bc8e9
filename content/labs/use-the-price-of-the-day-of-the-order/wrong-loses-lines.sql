-- fails: Each line has the price of its day
select distinct on (l.id) l.id, p.price, l.quantity * p.price as total
from lines as l
join prices as p on p.product_id = l.product_id and p.valid_from <= l.ordered_on
order by l.id, p.valid_from desc;
