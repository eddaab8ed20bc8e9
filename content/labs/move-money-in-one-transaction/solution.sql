-- 30 from Amara to Bilal
begin;
update accounts set balance = balance + 30 where owner = 'Bilal';
update accounts set balance = balance - 30 where owner = 'Amara';
commit;

-- 500 from Bilal to Chen
begin;
update accounts set balance = balance + 500 where owner = 'Chen';
update accounts set balance = balance - 500 where owner = 'Bilal';
commit;

-- 10 from Chen to Amara
begin;
update accounts set balance = balance + 10 where owner = 'Amara';
update accounts set balance = balance - 10 where owner = 'Chen';
commit;
