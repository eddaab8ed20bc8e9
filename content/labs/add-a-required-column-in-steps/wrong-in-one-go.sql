-- fails: Adding the constraint does not read the table
alter table orders add column country text default 'DE';
alter table orders add constraint country_present check (country is not null);
alter table orders alter column country set not null;
