-- fails: The number is the same
-- says: ends the day at 23:59:59 and misses its last second.
select count(*) from requests
where created_at >= '2026-03-15' and created_at <= '2026-03-15 23:59:59' and status >= 500;
