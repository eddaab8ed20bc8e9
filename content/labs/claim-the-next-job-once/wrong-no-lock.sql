-- fails: Rows that another worker has locked are passed over
-- says: doesn't pass over rows that another worker has locked.
update jobs
set state = 'running', locked_by = 'w1', attempts = attempts + 1
where id = (
  select id from jobs
  where state = 'ready' and run_at <= '2026-01-01 12:00'
  order by priority desc, run_at, id limit 1
)
returning id, kind;
