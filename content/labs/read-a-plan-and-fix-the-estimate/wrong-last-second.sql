-- fails: The number is the same
select count(*) from requests
where created_at >= '2026-03-15' and created_at <= '2026-03-15 23:59:59' and status >= 500;
