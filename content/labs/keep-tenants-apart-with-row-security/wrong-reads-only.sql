-- fails: A tenant can insert its own row
-- says: has a policy for reading only, so that nothing can be written.
alter table invoices enable row level security;
create policy own_rows on invoices for select to app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
