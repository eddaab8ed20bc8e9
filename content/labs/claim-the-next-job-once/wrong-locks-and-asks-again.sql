-- fails: Rows that another worker has locked are passed over
begin;
select id from jobs where state = 'ready' and run_at <= '2026-01-01 12:00' order by priority desc, run_at, id limit 1 for update skip locked;
update jobs set state = 'running', locked_by = 'w1', attempts = attempts + 1 where id = (select id from jobs where state = 'ready' and run_at <= '2026-01-01 12:00' order by priority desc, run_at, id limit 1) returning id, kind;
commit;
