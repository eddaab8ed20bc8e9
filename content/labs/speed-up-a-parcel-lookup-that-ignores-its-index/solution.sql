create or replace function find_parcel(wanted numeric)
returns table (number bigint, status text, updated_at timestamp)
language sql stable
as $$
  select p.number, p.status, p.updated_at
  from parcels as p
  where p.number = case
    when wanted = trunc(wanted) and wanted between -9223372036854775808 and 9223372036854775807 then wanted::bigint
  end;
$$;
