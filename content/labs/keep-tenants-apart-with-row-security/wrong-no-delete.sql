-- fails: A tenant can delete its own row
-- says: has no policy for deleting, so a tenant can't delete its own rows.
alter table invoices enable row level security;
create policy r on invoices for select to app using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
create policy i on invoices for insert to app with check (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
create policy u on invoices for update to app using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
