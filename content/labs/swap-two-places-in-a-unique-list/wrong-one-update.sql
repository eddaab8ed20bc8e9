-- fails: Each task has its own update
-- says: changes both tasks with a single update.
alter table tasks drop constraint tasks_place;
alter table tasks add constraint tasks_place unique (list_id, place) deferrable initially immediate;

begin;
update tasks set place = case id when 11 then 2 else 1 end where id in (11, 12);
commit;
