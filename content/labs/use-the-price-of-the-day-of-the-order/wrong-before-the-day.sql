-- fails: Each line has the price of its day
select l.id, p.price, l.quantity * p.price as total
from lines as l
left join lateral (
  select price from prices where product_id = l.product_id and valid_from < l.ordered_on order by valid_from desc limit 1
) as p on true
order by l.id;
