-- fails: Only the claimed job is locked
-- says: locks every job that is due, and claims one of them.
update jobs
set state = 'running', locked_by = 'w1', attempts = attempts + 1
where id = (
  select id
  from (
    select id, priority, run_at
    from jobs
    where state = 'ready' and run_at <= '2026-01-01 12:00'
    for update skip locked
  ) as due
  order by priority desc, run_at, id
  limit 1
)
returning id, kind;
