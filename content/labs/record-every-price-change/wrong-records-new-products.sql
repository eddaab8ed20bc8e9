-- fails: A new product is not a change
-- says: also records the products that are inserted.
create function record_price_change() returns trigger language plpgsql as $$
begin
  insert into price_changes (product_id, old_price, new_price, changed_by)
  values (new.id, old.price, new.price, current_setting('app.user', true));
  return new;
end $$;

create trigger record_price_change after insert on products
for each row execute function record_price_change();
create trigger record_price_update after update on products
for each row when (old.price is distinct from new.price) execute function record_price_change();
