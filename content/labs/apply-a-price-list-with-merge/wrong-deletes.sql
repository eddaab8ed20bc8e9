-- fails: A product that's gone becomes inactive and stays in the table
merge into products as p
using incoming as i on p.sku = i.sku
when matched and (p.price <> i.price or not p.active) then
  update set price = i.price, active = true, changed_on = date '2026-05-01'
when not matched then
  insert values (i.sku, i.price, true, date '2026-05-01')
when not matched by source then
  delete;
