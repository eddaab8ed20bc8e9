-- fails: A cycle doesn't keep the query running
with recursive below as (
  select people.id, people.name, 1 as level
  from people join people as manager on manager.id = people.manager_id
  where manager.name = 'Amara'
  union all
  select people.id, people.name, below.level + 1
  from people join below on people.manager_id = below.id
  where below.level < 20
)
select name, level from below order by level, name;
