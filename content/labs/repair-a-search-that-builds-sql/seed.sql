create table products (id integer primary key, name text not null, price integer not null, purchase_price integer not null);
create table keys (secret text not null);
insert into products values (1, 'O''Neill surfboard', 40000, 21000), (2, 'Surf wax', 500, 90), (3, 'Wax 100% bee', 700, 300), (4, 'Wax 100 g', 600, 250);
insert into keys values ('k-1234');
create function search_products(word text, sort_by text) returns table (name text, price integer)
language plpgsql stable as $$
begin
  return query execute 'select name, price from products where name ilike ''%' || word || '%'' order by ' || sort_by;
end $$;
