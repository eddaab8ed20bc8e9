-- fails: Nothing is sorted, and the table is not read as a whole
-- says: doesn't have an index with the rows in the order of the query.
select id, published_at from posts
where (published_at, id) < ('2026-01-15 00:00:00', 14000)
order by published_at desc, id desc limit 10;
