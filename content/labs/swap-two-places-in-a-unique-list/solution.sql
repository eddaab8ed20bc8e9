alter table tasks drop constraint tasks_place;
alter table tasks add constraint tasks_place unique (list_id, place) deferrable initially immediate;

begin;
set constraints tasks_place deferred;
update tasks set place = 2 where id = 11;
update tasks set place = 1 where id = 12;
commit;
