create schema shop;
create table shop.customers (id integer primary key, country text not null, email text not null);
create table shop.orders (id integer primary key, customer_id integer not null references shop.customers, total numeric(10, 2) not null);
create table shop.payments (id integer primary key, card text not null);
insert into shop.customers values (1, 'DE', 'ada@shop.test'), (2, 'JP', 'ken@shop.test');
insert into shop.orders values (10, 1, 19.00), (11, 2, 42.00);
insert into shop.payments values (1, '4111');
-- Runs a statement as the role, and says how it ended.
create function tried(statement text) returns text language plpgsql as $$
begin
  set local role reporting;
  execute statement;
  reset role;
  return 'allowed';
exception when others then
  reset role;
  return sqlerrm;
end $$;
-- Everything that a role may do with tables, schemas and functions that don't come with PostgreSQL, one line each: "select customers.email".
create function rights(role_name text) returns setof text language sql as $$
  select lower(p) || ' ' || relname || '.' || attname
  from pg_class c join pg_attribute a on a.attrelid = c.oid, unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as p
  where c.oid >= 16384 and relkind in ('r', 'v', 'm', 'p') and attnum > 0 and has_column_privilege(role_name, c.oid, attnum, p)
  union all
  select lower(p) || ' ' || relname
  from pg_class c, unnest(array['DELETE', 'TRUNCATE', 'TRIGGER', 'MAINTAIN']) as p
  where c.oid >= 16384 and relkind in ('r', 'p') and has_table_privilege(role_name, c.oid, p)
  union all
  select 'pass on the right to read ' || relname || '.' || attname
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.oid >= 16384 and relkind in ('r', 'v', 'm', 'p') and attnum > 0 and has_column_privilege(role_name, c.oid, attnum, 'SELECT WITH GRANT OPTION')
  union all
  select 'pass on the right to use schema shop' where has_schema_privilege(role_name, 'shop', 'USAGE WITH GRANT OPTION')
  union all
  select 'create schemas in the database' where has_database_privilege(role_name, current_database(), 'CREATE')
  union all
  select 'run ' || proname || '() with the rights of its owner' from pg_proc
  where prosecdef and pronamespace <> 'pg_catalog'::regnamespace and has_function_privilege(role_name, oid, 'EXECUTE')
  union all
  select 'create tables in schema ' || nspname from pg_namespace
  where (oid >= 16384 or nspname = 'public') and has_schema_privilege(role_name, oid, 'CREATE')
  union all
  select 'act as ' || rolname from pg_roles
  where (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolname like 'pg\_%') and rolname <> role_name and pg_has_role(role_name, oid, 'MEMBER')
$$;
