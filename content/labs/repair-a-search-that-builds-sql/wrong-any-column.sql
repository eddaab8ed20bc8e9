-- fails: Other columns are refused, and so is NULL
create or replace function search_products(word text, sort_by text) returns table (name text, price integer)
language plpgsql stable as $$
begin
  return query execute format('select name, price from products where name ilike $1 order by %I, name', sort_by)
    using '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%';
end $$;
