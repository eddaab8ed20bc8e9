-- fails: Orders without a city are listed
select id from orders where city <> 'Berlin' or city = null order by id;
