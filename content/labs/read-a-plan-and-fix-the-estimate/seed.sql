create table requests (id integer primary key, created_at timestamp not null, status integer not null);
insert into requests
select n, timestamp '2026-03-01' + n * interval '2 minutes', case when n % 10 = 0 then 500 else 200 end
from generate_series(1, 20000) as n;
insert into requests values
  (30001, '2026-03-15 23:59:59.999', 503), (30002, '2026-03-16 00:00:00', 503), (30003, '2026-03-15 00:00:00', 502);
create index requests_created_at on requests (created_at);
analyze requests;
