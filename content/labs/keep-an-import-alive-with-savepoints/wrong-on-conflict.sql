-- fails: Every bad line is listed with its reason
-- says: skips bad lines without listing them in rejected.
do $$
declare item incoming;
begin
  for item in select * from incoming order by line loop
    if item.price >= 0 then
      insert into products values (item.sku, item.price) on conflict do nothing;
    end if;
  end loop;
end $$;
