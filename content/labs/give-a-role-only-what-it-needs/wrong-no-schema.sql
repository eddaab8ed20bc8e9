-- fails: Orders can be read
create role reporting;
grant select on shop.orders to reporting;
grant select (id, country) on shop.customers to reporting;
