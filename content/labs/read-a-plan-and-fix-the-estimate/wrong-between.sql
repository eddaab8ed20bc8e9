-- fails: Midnight of the next day does not count
select count(*) from requests
where created_at between '2026-03-15' and '2026-03-16' and status >= 500;
