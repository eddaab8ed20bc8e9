alter table invoices enable row level security;
create policy own_rows on invoices for all to app using (true);
