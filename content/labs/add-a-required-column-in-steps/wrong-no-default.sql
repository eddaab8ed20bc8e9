-- fails: The old program can still insert
-- says: gives the column no default, so the old program inserts rows without a country.
alter table orders add column country text;
update orders set country = 'DE' where country is null;
alter table orders add constraint country_present check (country is not null) not valid;
alter table orders validate constraint country_present;
alter table orders alter column country set not null;
