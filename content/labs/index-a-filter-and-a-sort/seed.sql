create table messages (id integer primary key, user_id integer not null, sent_at timestamp not null, subject text not null);
insert into messages
select n, n % 200, timestamp '2026-01-01' + (n * 37 % 40000) * interval '1 minute', 'Subject ' || n
from generate_series(1, 40000) as n;
analyze messages;
