-- fails: Two tasks in one place are still refused
alter table tasks drop constraint tasks_place;
alter table tasks add constraint tasks_place unique (place) deferrable initially immediate;
begin;
set constraints all deferred;
update tasks set place = 2 where id = 11;
update tasks set place = 1 where id = 12;
commit;
