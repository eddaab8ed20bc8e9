-- fails: The best hit is at the top
-- says: doesn't give words in the title more weight than words in the text.
with searched as (
  select id, title, to_tsvector('english', title || ' ' || body) as document,
    websearch_to_tsquery('english', 'resetting passwords') as query
  from articles
)
select id, title from searched where document @@ query order by ts_rank(document, query) desc, id;
