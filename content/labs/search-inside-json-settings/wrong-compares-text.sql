-- fails: The two accounts are found
create index accounts_settings on accounts using gin (settings);
select id from accounts
where settings ->> 'theme' = 'dark' and settings -> 'mail' ->> 'digest' = 'true'
order by id;
