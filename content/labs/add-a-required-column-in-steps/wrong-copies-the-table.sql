-- fails: The table is still the one that programs use
create table o2 as select id, total, 'DE'::text as country from orders;
drop table orders;
alter table o2 rename to orders;
alter table orders add primary key (id);
alter table orders alter column country set default 'DE';
alter table orders add constraint country_present check (country is not null) not valid;
alter table orders validate constraint country_present;
alter table orders alter column country set not null;
