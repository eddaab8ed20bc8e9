-- fails: A person who reports to herself isn't below herself
-- says: lists Amara as her own report.
with recursive below as (
  select people.id, people.name, 1 as level
  from people
  join people as manager on manager.id = people.manager_id
  where manager.name = 'Amara'
  union all
  select people.id, people.name, below.level + 1
  from people
  join below on people.manager_id = below.id
  where people.name <> 'Amara'
)
select name, level
from below
order by level, name;
