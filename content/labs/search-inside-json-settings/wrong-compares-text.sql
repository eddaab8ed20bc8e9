-- fails: The two accounts are found
-- says: compares strings, so the string "true" counts as the value true.
create index accounts_settings on accounts using gin (settings);
select id from accounts
where settings ->> 'theme' = 'dark' and settings -> 'mail' ->> 'digest' = 'true'
order by id;
