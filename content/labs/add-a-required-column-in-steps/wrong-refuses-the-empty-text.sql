-- fails: The constraint refuses NULL
-- says: refuses the empty text and lets NULL through: a check that gives NULL counts as passed.
alter table orders add column country text default 'DE';
alter table orders add constraint country_present check (country <> '') not valid;
alter table orders validate constraint country_present;
alter table orders alter column country set not null;
