-- fails: No one else gets any permissions
-- says: grants the rights to public, which means every role.
create role reporting;
grant usage on schema shop to public;
grant select on shop.orders to public;
grant select (id, country) on shop.customers to public;
