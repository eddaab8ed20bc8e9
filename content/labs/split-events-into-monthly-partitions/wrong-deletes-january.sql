-- fails: January went with its partition, not row by row
-- says: deletes the rows of January one by one and keeps their partition.
create table events (
  id bigint,
  happened_at timestamptz not null,
  kind text not null,
  primary key (id, happened_at)
) partition by range (happened_at);

create table events_2026_01 partition of events for values from ('2026-01-01') to ('2026-02-01');
create table events_2026_02 partition of events for values from ('2026-02-01') to ('2026-03-01');
create table events_2026_03 partition of events for values from ('2026-03-01') to ('2026-04-01');

insert into events select * from old_events;
delete from events where happened_at < '2026-02-01';
