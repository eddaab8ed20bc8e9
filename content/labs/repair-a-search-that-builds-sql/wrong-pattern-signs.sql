-- fails: The characters % and _ stand for themselves
create or replace function search_products(word text, sort_by text) returns table (name text, price integer)
language plpgsql stable as $$
begin
  if sort_by is null or sort_by not in ('name', 'price') then
    raise exception 'no' using errcode = '22023';
  end if;
  return query execute format('select name, price from products where name ilike $1 order by %I, name', sort_by) using '%' || word || '%';
end $$;
