-- fails: Payments can't be read
create role reporting;
grant usage on schema shop to reporting;
grant select on shop.orders to reporting;
grant select (id, country) on shop.customers to reporting;
create view public.full_report as select o.*, c.email from shop.orders o join shop.customers c on c.id = o.customer_id;
grant select on public.full_report to reporting;
