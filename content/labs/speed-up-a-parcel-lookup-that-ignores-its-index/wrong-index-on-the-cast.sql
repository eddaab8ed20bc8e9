-- fails: Nothing was added to the table
-- says: adds a second index, which every write to the table has to keep up to date.
-- The website calls this with the number that someone has typed in.
create index parcels_numeric on parcels ((number::numeric));
analyze parcels;

create or replace function find_parcel(wanted numeric)
returns table (number bigint, status text, updated_at timestamp)
language sql stable
as $$
  select p.number, p.status, p.updated_at
  from parcels as p
  where p.number = wanted;
$$;

-- One of the slow calls, and how it runs:
select * from find_parcel(100000000217);
explain (costs off) select * from find_parcel(100000000217);
