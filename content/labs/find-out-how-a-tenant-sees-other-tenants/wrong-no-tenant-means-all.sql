-- fails: A connection that never had a tenant is shown nothing
-- says: takes a setting that was never set for permission to see all tenants.
create or replace view monthly_totals as
select to_char(issued_on, 'YYYY-MM') as month, count(*) as invoices, sum(total) as total from invoices
where current_user = 'auditor' or tenant = coalesce(current_setting('app.tenant', true), tenant) group by 1;

-- A request from Acme:
set role app;
set app.tenant = 'acme';
select tenant, count(*) as invoices, sum(total) as total from invoices group by tenant;
select month, invoices, total from monthly_totals order by month;
select year, total from yearly_totals order by year;
reset app.tenant;
reset role;
