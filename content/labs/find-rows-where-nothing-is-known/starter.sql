select id
from orders
where city <> 'Berlin'
order by id;
