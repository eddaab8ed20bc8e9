-- fails: What the new program inserts, the old one reads
-- says: makes email a generated column, which no program can write.
alter table users add column email text generated always as (mail) stored;
