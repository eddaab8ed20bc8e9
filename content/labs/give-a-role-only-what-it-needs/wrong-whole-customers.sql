-- fails: Email addresses can't be read
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders, shop.customers to reporting;
