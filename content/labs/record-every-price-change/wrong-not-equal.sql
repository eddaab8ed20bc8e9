-- fails: The first price of a product is recorded
create function record_price_change() returns trigger language plpgsql as $$
begin
  if old.price <> new.price then
    insert into price_changes values (old.id, old.price, new.price, current_setting('app.user', true));
  end if;
  return new;
end $$;
create trigger record_price_change after update on products for each row execute function record_price_change();
