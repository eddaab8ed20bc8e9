-- fails: Two tasks in one place are still refused
alter table tasks drop constraint tasks_place;
begin;
update tasks set place = 2 where id = 11;
update tasks set place = 1 where id = 12;
commit;
