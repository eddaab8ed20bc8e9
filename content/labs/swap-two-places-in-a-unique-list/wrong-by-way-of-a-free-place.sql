-- fails: The swap is two updates in one transaction
alter table tasks drop constraint tasks_place;
alter table tasks add constraint tasks_place unique (list_id, place) deferrable initially immediate;
begin;
update tasks set place = 99 where id = 11;
update tasks set place = 1 where id = 12;
update tasks set place = 2 where id = 11;
commit;
