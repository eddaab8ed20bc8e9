select id, title
from articles
where body like '%passwords%'
order by id;
