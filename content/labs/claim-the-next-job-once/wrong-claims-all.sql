-- fails: No other job is touched
-- says: claims every job that is due, not only the first.
update jobs
set state = 'running', locked_by = 'w1', attempts = attempts + 1
where id in (
  select id from jobs
  where state = 'ready' and run_at <= '2026-01-01 12:00'
  order by priority desc, run_at, id
  for update skip locked
)
returning id, kind;
