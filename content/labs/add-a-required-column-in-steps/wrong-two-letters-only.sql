-- fails: The new program can insert
alter table orders add column country text;
alter table orders alter column country set default 'DE';

update orders set country = 'DE' where country is null;

alter table orders add constraint country_present check (country is not null and length(country) = 2) not valid;
alter table orders validate constraint country_present;

alter table orders alter column country set not null;
