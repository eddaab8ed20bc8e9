-- fails: The old program can still insert
-- says: gives new rows another default than 'DE'.
alter table orders add column country text;
update orders set country = 'DE';
alter table orders alter column country set default 'XX';
alter table orders add constraint country_present check (country is not null) not valid;
alter table orders validate constraint country_present;
alter table orders alter column country set not null;
