-- fails: It is called with a numeric, as before
-- says: changes the type of the parameter, but the website still passes a numeric.
-- The website calls this with the number that someone has typed in.
drop function if exists find_parcel(numeric);

create or replace function find_parcel(wanted bigint)
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
