with searched as (
  select
    id,
    title,
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B') as document,
    websearch_to_tsquery('english', 'resetting passwords') as query
  from articles
)
select id, title
from searched
where document @@ query
order by ts_rank(document, query) desc, id;
