-- fails: Nothing can be written
-- says: lets the role insert and delete customers.
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders to reporting;
grant select (id, country), insert, delete on shop.customers to reporting;
