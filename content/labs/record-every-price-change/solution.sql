create function record_price_change() returns trigger language plpgsql as $$
begin
  insert into price_changes (product_id, old_price, new_price, changed_by)
  values (old.id, old.price, new.price, current_setting('app.user', true));
  return new;
end $$;

create trigger record_price_change
after update on products
for each row
when (old.price is distinct from new.price)
execute function record_price_change();

set app.user = 'dana';
update products set price = price + 1 where id in (1, 2);
update products set price = 19.00 where id = 3;
update products set name = 'Large cup', price = 10.00 where id = 2;
