-- fails: Products that share third place are all shown
with placed as (
  select category, name, row_number() over (partition by category order by sold desc, name) as place
  from products
)
select category, place, name from placed where place <= 3 order by category, place, name;
