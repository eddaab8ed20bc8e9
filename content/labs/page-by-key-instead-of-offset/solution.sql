create index posts_feed on posts (published_at, id);

select id, published_at
from posts
where (published_at, id) < ('2026-01-15 00:00:00', 14000)
order by published_at desc, id desc
limit 10;
