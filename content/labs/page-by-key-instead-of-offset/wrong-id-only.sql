-- fails: Posts of the same time are neither skipped nor repeated
-- says: compares the ids alone, so it skips an older post that has a higher id.
create index posts_feed on posts (published_at, id);
select id, published_at from posts
where published_at <= '2026-01-15 00:00:00' and id < 14000
order by published_at desc, id desc limit 10;
