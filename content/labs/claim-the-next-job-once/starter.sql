select id, kind
from jobs
where state = 'ready'
order by id
limit 1;

update jobs set state = 'running' where id = 1;
