-- fails: Midnight of the next day doesn't count
-- says: also counts midnight of the next day, as BETWEEN and <= do.
select count(*) from requests
where created_at between '2026-03-15' and '2026-03-16' and status >= 500;
