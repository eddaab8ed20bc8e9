-- fails: Every category has its own three places
with placed as (
  select category, name, dense_rank() over (partition by category order by sold desc) as place
  from products
)
select category, place, name from placed where place <= 3 order by category, place, name;
