-- fails: An update that keeps the price records nothing
create function record_price_change() returns trigger language plpgsql as $$
begin
  insert into price_changes values (old.id, old.price, new.price, current_setting('app.user', true));
  return new;
end $$;
create trigger record_price_change after update on products for each row execute function record_price_change();
