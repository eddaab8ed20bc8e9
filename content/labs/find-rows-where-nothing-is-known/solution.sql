select id
from orders
where city is distinct from 'Berlin'
order by id;
