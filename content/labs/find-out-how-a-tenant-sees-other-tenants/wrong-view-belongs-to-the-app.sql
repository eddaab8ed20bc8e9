-- fails: Accounting sees all tenants
grant create on schema public to app;
alter view monthly_totals owner to app;
alter view yearly_totals owner to app;

-- A request from Acme:
set role app;
set app.tenant = 'acme';
select tenant, count(*) as invoices, sum(total) as total from invoices group by tenant;
select month, invoices, total from monthly_totals order by month;
select year, total from yearly_totals order by year;
reset app.tenant;
reset role;
