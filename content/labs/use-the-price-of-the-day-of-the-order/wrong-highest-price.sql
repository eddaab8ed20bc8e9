-- fails: The latest price doesn't have to be the highest
select l.id, max(p.price) as price, l.quantity * max(p.price) as total
from lines as l
left join prices as p on p.product_id = l.product_id and p.valid_from <= l.ordered_on
group by l.id, l.quantity
order by l.id;
