with placed as (
  select category, name, rank() over (partition by category order by sold desc) as place
  from products
)
select category, place, name
from placed
where place <= 3
order by category, place, name;
