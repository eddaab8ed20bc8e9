-- fails: A first price of 0 is recorded too, and so is each later one
-- says: takes a missing price for 0.
create function record_price_change() returns trigger language plpgsql as $$
begin
  insert into price_changes (product_id, old_price, new_price, changed_by)
  values (old.id, old.price, new.price, current_setting('app.user', true));
  return new;
end $$;

create trigger record_price_change
after update on products
for each row
when (coalesce(old.price, 0) <> coalesce(new.price, 0))
execute function record_price_change();
