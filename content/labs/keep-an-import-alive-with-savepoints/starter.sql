do $$
declare item incoming;
begin
  for item in select * from incoming order by line loop
    insert into products values (item.sku, item.price);
  end loop;
end $$;
