-- fails: Payments can't be read
create role reporting;
grant usage on schema shop to reporting;
grant select on all tables in schema shop to reporting;
revoke select on shop.customers from reporting;
grant select (id, country) on shop.customers to reporting;
