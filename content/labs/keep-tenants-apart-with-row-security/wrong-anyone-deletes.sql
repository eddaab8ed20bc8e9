-- fails: Rows of another tenant can't be deleted
alter table invoices enable row level security;
create policy del on invoices for delete using (true);

create policy own_rows on invoices for all to app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
