-- fails: NOT NULL comes when the constraint has proved it
-- says: sets NOT NULL before a valid constraint has proved that no row is NULL.
alter table orders add column country text default 'DE';
alter table orders alter column country set not null;
alter table orders add constraint country_present check (country is not null) not valid;
alter table orders validate constraint country_present;
