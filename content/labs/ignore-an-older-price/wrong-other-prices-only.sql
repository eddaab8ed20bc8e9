-- fails: A newer version counts whatever its price is
-- says: ignores a newer version whose price is the stored one.
create function apply_message(m messages) returns void language sql as $$
  insert into prices (sku, price, version, changed_at)
  values (m.sku, m.price, m.version, m.id)
  on conflict (sku) do update
  set price = excluded.price, version = excluded.version, changed_at = excluded.changed_at
  where prices.version < excluded.version and prices.price <> excluded.price;
$$;

do $$
declare m messages;
begin
  for m in select * from messages order by id loop
    perform apply_message(m);
  end loop;
end $$;
