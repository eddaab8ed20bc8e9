create table accounts (id integer primary key, settings jsonb not null);
insert into accounts
select n, jsonb_build_object('theme', case when n % 2 = 0 then 'light' else 'system' end, 'mail', jsonb_build_object('digest', n % 3 = 0))
from generate_series(1, 5000) as n;
update accounts set settings = '{"theme": "dark", "mail": {"digest": true}, "beta": true}' where id in (77, 1200);
update accounts set settings = '{"theme": "dark", "mail": {"digest": "true"}}' where id = 300;
update accounts set settings = '{"theme": "dark"}' where id = 301;
update accounts set settings = '{"theme": "light", "mail": {"digest": true}}' where id = 302;
analyze accounts;
