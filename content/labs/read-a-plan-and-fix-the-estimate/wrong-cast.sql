-- fails: The index is used
select count(*) from requests where created_at::date = '2026-03-15' and status >= 500;
