-- fails: Nobody else gets a right
create role reporting;
grant usage on schema shop to public;
grant select on shop.orders to public;
grant select (id, country) on shop.customers to public;
