-- fails: The lookup uses the primary key
-- says: compares both numbers as text, but the index holds numbers.
-- The website calls this with the number that someone has typed in.
create or replace function find_parcel(wanted numeric)
returns table (number bigint, status text, updated_at timestamp)
language sql stable
as $$
  select p.number, p.status, p.updated_at
  from parcels as p
  where p.number::text = wanted::text;
$$;

-- One of the slow calls, and how it runs:
select * from find_parcel(100000000217);
explain (costs off) select * from find_parcel(100000000217);
