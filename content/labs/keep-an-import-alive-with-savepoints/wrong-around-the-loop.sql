-- fails: Every good line is stored
do $$
declare item incoming;
begin
  for item in select * from incoming order by line loop
    insert into products values (item.sku, item.price);
  end loop;
exception
  when unique_violation then insert into rejected values (3, 'duplicate');
  when check_violation then insert into rejected values (2, 'price');
end $$;
