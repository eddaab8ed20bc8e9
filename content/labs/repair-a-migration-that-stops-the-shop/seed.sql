create table orders (id integer primary key, country text, total integer not null);
insert into orders
select n * 3, (array['DE', 'CH', 'AT', null])[n % 4 + 1], n % 977
from generate_series(1, 12000) as n;

-- Notes each statement of the migration, with the locks on orders that its transaction holds.
create table lock_log (step integer generated always as identity, xid xid8 not null default pg_current_xact_id(), what text not null, changed bigint not null, locks text);
create function locks_held() returns text language sql as $$
  select string_agg(mode, ', ' order by mode) from pg_locks
  where relation = 'orders'::regclass and pid = pg_backend_pid() and granted;
$$;
create function note_change() returns trigger language plpgsql as $$
begin
  insert into lock_log (what, changed, locks) select 'UPDATE', count(*), locks_held() from changed;
  return null;
end $$;
create trigger note_change after update on orders referencing new table as changed for each statement execute function note_change();
create view migration_log as
select dense_rank() over (order by xid) as transaction, what, changed as rows, locks as "locks on orders"
from lock_log;
create function note_command() returns event_trigger language plpgsql as $$
begin
  if tg_tag in ('ALTER TABLE', 'CREATE INDEX') then
    insert into lock_log (what, changed, locks) values (tg_tag, 0, locks_held());
  end if;
end $$;
create event trigger note_command on ddl_command_end execute function note_command();
