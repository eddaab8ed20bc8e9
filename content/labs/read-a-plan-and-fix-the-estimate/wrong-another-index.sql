-- fails: The table has no other index
create index requests_created_at_day on requests (date(created_at));
analyze requests;
select count(*) from requests where date(created_at) = '2026-03-15' and status >= 500;
