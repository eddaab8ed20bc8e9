-- fails: The rule is there during the swap
begin;
alter table tasks drop constraint tasks_place;
update tasks set place = 2 where id = 11;
update tasks set place = 1 where id = 12;
alter table tasks add constraint tasks_place unique (list_id, place) deferrable initially immediate;
commit;
