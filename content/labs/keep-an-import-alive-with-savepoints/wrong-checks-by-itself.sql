-- fails: The table's own rule decides
-- says: decides by itself which prices are good, and not by the rule of the table.
do $$
declare item incoming;
begin
  for item in select * from incoming order by line loop
    if item.price < 0 then insert into rejected values (item.line, 'price');
    elsif exists (select from products where sku = item.sku) then insert into rejected values (item.line, 'duplicate');
    else insert into products values (item.sku, item.price); end if;
  end loop;
end $$;
