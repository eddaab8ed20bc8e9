-- fails: The query uses an index
-- says: doesn't have an index that its condition can use.
select id from accounts where settings @> '{"theme": "dark", "mail": {"digest": true}}' order by id;
