select count(*)
from requests
where date(created_at) = '2026-03-15' and status >= 500;
