-- fails: People at every depth are listed
select people.name, 1 as level from people
join people as m on m.id = people.manager_id where m.name = 'Amara'
union all
select people.name, 2 from people
join people as m on m.id = people.manager_id
join people as mm on mm.id = m.manager_id where mm.name = 'Amara'
order by level, name;
