-- fails: One statement decides and changes
with seen as (
  select id, free from courses where id = 7
), taken as (
  update courses set free = seen.free - 1
  from seen
  where courses.id = seen.id and seen.free > 0
  returning courses.id
)
insert into bookings (course_id, person)
select id, 'Esi' from taken;
