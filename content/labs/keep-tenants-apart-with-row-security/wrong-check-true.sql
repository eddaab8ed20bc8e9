-- fails: A row for another tenant can't be inserted
-- says: accepts any tenant in the rows that are written.
alter table invoices enable row level security;
create policy own_rows on invoices for all to app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer)
  with check (true);
