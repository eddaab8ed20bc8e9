-- fails: Nothing can be written
create role reporting;
grant usage on schema shop to reporting with grant option;
grant select on shop.orders to reporting with grant option;
grant select (id, country) on shop.customers to reporting with grant option;
