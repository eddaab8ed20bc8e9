-- fails: Payments can't be read
-- says: lets the role read the payments, as a grant on all tables does.
create role reporting;
grant usage on schema shop to reporting;
grant select on all tables in schema shop to reporting;
revoke select on shop.customers from reporting;
grant select (id, country) on shop.customers to reporting;
