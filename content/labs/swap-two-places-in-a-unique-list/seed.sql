create table tasks (
  id integer primary key,
  list_id integer not null,
  place integer not null check (place > 0),
  constraint tasks_place unique (list_id, place)
);
insert into tasks values (11, 1, 1), (12, 1, 2), (13, 1, 3), (21, 2, 1);

-- Notes each row that is updated, its transaction, and whether a rule on places was there.
create table updates (id integer, xact xid8, has_rule boolean);
create function note_update() returns trigger language plpgsql as $$
begin
  insert into updates select new.id, pg_current_xact_id(), exists (
    select from pg_constraint where conrelid = 'tasks'::regclass and contype in ('u', 'x') and cardinality(conkey) = 2);
  return null;
end $$;
create trigger note_update after update on tasks for each row execute function note_update();
