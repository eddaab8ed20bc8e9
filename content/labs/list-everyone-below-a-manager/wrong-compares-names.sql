-- fails: Two people of the same name are both listed
-- says: takes two people of the same name for one.
with recursive below as (
  select people.id, people.name, 1 as level, array[people.name] as path
  from people join people as manager on manager.id = people.manager_id
  where manager.name = 'Amara'
  union all
  select people.id, people.name, below.level + 1, path || people.name
  from people join below on people.manager_id = below.id
  where people.name <> 'Amara' and people.name <> all(path)
)
select name, level from below order by level, name;
