-- fails: The transfers that are possible happened
begin;
update accounts set balance = balance + 30 where owner = 'Bilal';
update accounts set balance = balance - 30 where owner = 'Amara';
update accounts set balance = balance + 500 where owner = 'Chen';
update accounts set balance = balance - 500 where owner = 'Bilal';
update accounts set balance = balance + 10 where owner = 'Amara';
update accounts set balance = balance - 10 where owner = 'Chen';
commit;
