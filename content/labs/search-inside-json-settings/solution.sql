create index accounts_settings on accounts using gin (settings);

select id
from accounts
where settings @> '{"theme": "dark", "mail": {"digest": true}}'
order by id;
