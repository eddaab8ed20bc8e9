select people.name, 1 as level
from people
join people as manager on manager.id = people.manager_id
where manager.name = 'Amara'
order by level, name;
