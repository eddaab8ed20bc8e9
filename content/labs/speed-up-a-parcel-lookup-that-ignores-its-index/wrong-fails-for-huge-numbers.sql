-- fails: A number that is far too large finds nothing
-- says: fails for numbers that don't fit into a bigint.
-- The website calls this with the number that someone has typed in.
create or replace function find_parcel(wanted numeric)
returns table (number bigint, status text, updated_at timestamp)
language sql stable
as $$
  select p.number, p.status, p.updated_at
  from parcels as p
  where p.number = case when wanted = trunc(wanted) then wanted::bigint end;
$$;

-- One of the slow calls, and how it runs:
select * from find_parcel(100000000217);
explain (costs off) select * from find_parcel(100000000217);
