-- fails: A late message doesn't bring an old price back
create function apply_message(m messages) returns void language sql as $$
  insert into prices (sku, price, version, changed_at)
  values (m.sku, m.price, m.version, m.id)
  on conflict (sku) do nothing;
$$;
do $$ declare m messages; begin for m in select * from messages order by id loop perform apply_message(m); end loop; end $$;
