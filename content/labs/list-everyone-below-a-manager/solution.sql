with recursive below as (
  select id, name, 0 as level
  from people
  where name = 'Amara'
  union all
  select people.id, people.name, below.level + 1
  from people
  join below on people.manager_id = below.id
) cycle id set is_cycle using path
select name, level
from below
where level > 0 and not is_cycle
order by level, name;
