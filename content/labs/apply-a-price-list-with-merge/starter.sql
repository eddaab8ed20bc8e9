merge into products as p
using incoming as i on p.sku = i.sku
when matched then
  update set price = i.price
when not matched then
  insert (sku, price, active, changed_on) values (i.sku, i.price, true, date '2026-05-01');
