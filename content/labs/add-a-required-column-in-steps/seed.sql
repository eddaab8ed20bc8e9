create table orders (id integer primary key, total numeric(8, 2) not null);
insert into orders select n, n from generate_series(1, 500) as n;
create table large_table as select 'orders'::regclass::oid as id;

-- Notes after each change of the table what holds for the column then.
create table migration_steps (step integer generated always as identity, is_added boolean, is_valid boolean, is_required boolean);
create function note_step() returns event_trigger language plpgsql as $$
declare
  c pg_constraint;
begin
  select * into c from pg_constraint where conname = 'country_present' and conrelid = to_regclass('orders');
  insert into migration_steps (is_added, is_valid, is_required)
  select c.oid is not null, coalesce(c.convalidated, false), attnotnull and coalesce(c.contype, '-') <> 'n'
  from pg_attribute where attrelid = to_regclass('orders') and attname = 'country';
end $$;
create event trigger note_step on ddl_command_end execute function note_step();
