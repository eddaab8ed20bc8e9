create function record_price_change() returns trigger language plpgsql as $$
begin
  return new;
end $$;
