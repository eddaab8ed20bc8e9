-- fails: The query uses an index
select id from accounts where settings @> '{"theme": "dark", "mail": {"digest": true}}' order by id;
