begin;
update tasks set place = 2 where id = 11;
update tasks set place = 1 where id = 12;
commit;
