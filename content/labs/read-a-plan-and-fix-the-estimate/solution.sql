select count(*)
from requests
where created_at >= '2026-03-15' and created_at < '2026-03-16' and status >= 500;
