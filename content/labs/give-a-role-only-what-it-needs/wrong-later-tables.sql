-- fails: A table that's created later stays closed
-- says: also opens tables that will be created later, as default privileges do.
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders to reporting;
grant select (id, country) on shop.customers to reporting;
alter default privileges in schema shop grant select on tables to reporting;
