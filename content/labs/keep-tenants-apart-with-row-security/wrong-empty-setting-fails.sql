-- fails: Without a tenant nothing is seen, and nothing fails
alter table invoices enable row level security;
create policy own_rows on invoices for all to app
  using (tenant_id = current_setting('app.tenant')::integer)
  with check (tenant_id = current_setting('app.tenant')::integer);
