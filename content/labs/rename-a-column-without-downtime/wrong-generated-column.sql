-- fails: What the new program inserts, the old one reads
alter table users add column email text generated always as (mail) stored;
