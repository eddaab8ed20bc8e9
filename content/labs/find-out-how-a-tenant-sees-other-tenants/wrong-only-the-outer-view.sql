-- fails: A tenant sees its own months
alter view yearly_totals set (security_invoker = true);

-- A request from Acme:
set role app;
set app.tenant = 'acme';
select tenant, count(*) as invoices, sum(total) as total from invoices group by tenant;
select month, invoices, total from monthly_totals order by month;
select year, total from yearly_totals order by year;
reset app.tenant;
reset role;
