-- fails: Adding the constraint does not read the table
-- says: adds the constraint without NOT VALID, so that the whole table is read under a lock.
alter table orders add column country text default 'DE';
alter table orders add constraint country_present check (country is not null);
alter table orders alter column country set not null;
