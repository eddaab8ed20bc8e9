create role app;
create table invoices (id integer primary key, tenant_id integer not null, amount numeric(8, 2) not null);
insert into invoices values (1, 1, 10.00), (2, 1, 20.00), (3, 2, 99.00), (4, 12, 7.00), (5, 3, 8.00), (6, 3, 8.00), (7, 3, 8.00);
grant select, insert, update, delete on invoices to app;
create function rows_seen(tenant text) returns bigint language plpgsql as $$
declare n bigint;
begin
  perform set_config('app.tenant', tenant, true);
  set local role app;
  select count(*) into n from invoices;
  reset role;
  return n;
end $$;
-- Runs a statement for a tenant, and says how many rows it touched or how it failed.
create function tried(tenant text, statement text) returns text language plpgsql as $$
declare n bigint;
begin
  perform set_config('app.tenant', tenant, true);
  set local role app;
  execute statement;
  get diagnostics n = row_count;
  reset role;
  return n || ' rows';
exception when others then
  reset role;
  return sqlerrm;
end $$;
