create or replace function search_products(word text, sort_by text) returns table (name text, price integer)
language plpgsql stable as $$
begin
  return query execute 'select name, price from products where name ilike ''%' || replace(word, '''', '') || '%'' order by ' || sort_by;
end $$;

select * from search_products('O''Neill', 'name');
