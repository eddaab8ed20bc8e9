-- fails: The index is entered at the last post shown
-- says: compares with or, so PostgreSQL can't start in the index at that place.
create index posts_feed on posts (published_at, id);
select id, published_at from posts
where published_at < '2026-01-15 00:00:00' or (published_at = '2026-01-15 00:00:00' and id < 14000)
order by published_at desc, id desc limit 10;
