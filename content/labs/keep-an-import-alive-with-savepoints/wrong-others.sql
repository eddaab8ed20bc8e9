-- fails: An unexpected error still stops the import
do $$
declare item incoming;
begin
  for item in select * from incoming order by line loop
    begin
      insert into products values (item.sku, item.price);
    exception
      when unique_violation then insert into rejected values (item.line, 'duplicate');
      when others then insert into rejected values (item.line, 'price');
    end;
  end loop;
end $$;
