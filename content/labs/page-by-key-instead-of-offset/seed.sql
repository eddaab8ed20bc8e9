create table posts (id integer primary key, published_at timestamp not null, title text not null);
insert into posts
select n, timestamp '2026-01-01' + (n / 1000) * interval '1 day', 'Post ' || n
from generate_series(1, 29999) as n;
analyze posts;
