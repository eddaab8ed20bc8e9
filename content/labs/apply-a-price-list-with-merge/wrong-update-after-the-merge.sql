-- fails: It is one merge statement
-- says: needs a second statement for the products that are gone.
merge into products as p
using incoming as i on p.sku = i.sku
when matched and (p.price is distinct from i.price or not p.active) then
  update set price = i.price, active = true, changed_on = date '2026-05-01'
when not matched then
  insert (sku, price, active, changed_on) values (i.sku, i.price, true, date '2026-05-01');

update products set active = false, changed_on = date '2026-05-01'
where active and not exists (select from incoming where incoming.sku = products.sku);
