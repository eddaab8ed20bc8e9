-- fails: Each tenant sees its own invoices
alter table invoices enable row level security;

create policy own_rows on invoices for all to app
  using (current_setting('app.tenant', true) like tenant_id || '%')
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
