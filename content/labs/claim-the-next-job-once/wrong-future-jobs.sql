-- fails: The most urgent due job is returned
-- says: claims a job whose time has not come yet.
update jobs
set state = 'running', locked_by = 'w1', attempts = attempts + 1
where id = (
  select id from jobs where state = 'ready'
  order by priority desc, run_at, id limit 1
  for update skip locked
)
returning id, kind;
