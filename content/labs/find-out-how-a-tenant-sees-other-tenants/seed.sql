create table invoices (id integer generated always as identity primary key, tenant text not null, issued_on date not null, total integer not null);
insert into invoices (tenant, issued_on, total) values
  ('acme', '2026-01-05', 10), ('acme', '2026-01-20', 20), ('acme', '2026-02-03', 30),
  ('bolt', '2026-01-07', 500), ('bolt', '2026-02-01', 700), ('cube', '2026-02-28', 7);
alter table invoices enable row level security;
create role app;
create role auditor;
create policy own_rows on invoices for all to app using (tenant = current_setting('app.tenant', true));
create policy all_rows on invoices for select to auditor using (true);
create view monthly_totals as
select to_char(issued_on, 'YYYY-MM') as month, count(*) as invoices, sum(total) as total from invoices group by 1;
create view yearly_totals as
select left(month, 4) as year, sum(total) as total from monthly_totals group by 1;
grant select, insert on invoices to app;
grant select on invoices to auditor;
grant select on monthly_totals, yearly_totals to app, auditor;
