-- fails: The two accounts are found
-- says: compares texts, so that the text "true" counts as the value true.
create index accounts_settings on accounts using gin (settings);
select id from accounts
where settings ->> 'theme' = 'dark' and settings -> 'mail' ->> 'digest' = 'true'
order by id;
