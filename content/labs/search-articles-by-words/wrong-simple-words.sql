-- fails: Articles with both words in any form are found
with searched as (
  select id, title, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B') as document,
    websearch_to_tsquery('simple', 'resetting passwords') as query
  from articles
)
select id, title from searched where document @@ query order by ts_rank(document, query) desc, id;
