-- fails: A product that stays the same is not written
merge into products as p
using incoming as i on p.sku = i.sku
when matched then
  update set price = i.price, active = true, changed_on = date '2026-05-01'
when not matched then
  insert values (i.sku, i.price, true, date '2026-05-01')
when not matched by source and p.active then
  update set active = false, changed_on = date '2026-05-01';
