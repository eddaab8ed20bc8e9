-- 30 from Amara to Bilal
update accounts set balance = balance + 30 where owner = 'Bilal';
update accounts set balance = balance - 30 where owner = 'Amara';

-- 500 from Bilal to Chen
update accounts set balance = balance + 500 where owner = 'Chen';
update accounts set balance = balance - 500 where owner = 'Bilal';

-- 10 from Chen to Amara
update accounts set balance = balance + 10 where owner = 'Amara';
update accounts set balance = balance - 10 where owner = 'Chen';
