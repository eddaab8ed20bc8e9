create table events (id bigint, happened_at timestamptz not null, kind text not null);
insert into events select * from old_events;
delete from events where happened_at < '2026-02-01';
