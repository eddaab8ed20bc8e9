create table old_events (id bigint primary key, happened_at timestamptz not null, kind text not null);
insert into old_events
select n, timestamptz '2026-01-01 00:00:00+00' + n * interval '12 hours', 'view'
from generate_series(0, 178) as n;
insert into old_events values (1000, '2026-02-28 23:59:59.7+00', 'click'), (1001, '2026-01-31 23:59:59.9+00', 'click');
