-- fails: Without a tenant nothing is seen, and nothing fails
-- says: turns the setting into a number even when it is empty, which is an error.
alter table invoices enable row level security;
create policy own_rows on invoices for all to app
  using (tenant_id = current_setting('app.tenant')::integer)
  with check (tenant_id = current_setting('app.tenant')::integer);
