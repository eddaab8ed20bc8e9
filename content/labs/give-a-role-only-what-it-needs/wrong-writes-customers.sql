-- fails: Nothing can be written
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders to reporting;
grant select (id, country), insert, delete on shop.customers to reporting;
