-- fails: The constraint is validated
-- says: adds the constraint as NOT VALID and never validates it.
alter table orders add column country text default 'DE';
alter table orders add constraint country_present check (country is not null) not valid;
alter table orders alter column country set not null;
-- validate constraint comes later
