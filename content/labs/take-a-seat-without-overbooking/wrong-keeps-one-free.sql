-- fails: The last seat can be taken
with taken as (
  update courses set free = free - 1 where id = 7 and free > 1 returning id
)
insert into bookings (course_id, person) select id, 'Esi' from taken;
