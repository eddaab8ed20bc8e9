-- fails: Orders can be read
-- says: doesn't grant USAGE on the schema.
create role reporting;
grant select on shop.orders to reporting;
grant select (id, country) on shop.customers to reporting;
