-- fails: Email addresses can't be read
-- says: grants all columns of customers, where two are asked for.
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders, shop.customers to reporting;
