-- fails: A sort column can't become SQL
create or replace function search_products(word text, sort_by text) returns table (name text, price integer)
language plpgsql stable as $$
begin
  return query execute 'select name, price from products where name ilike ' || quote_literal('%' || word || '%') || ' order by ' || sort_by;
end $$;
