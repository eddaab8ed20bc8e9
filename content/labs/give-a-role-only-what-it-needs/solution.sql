create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders to reporting;
grant select (id, country) on shop.customers to reporting;
