-- fails: With a free seat the booking is made
with taken as (
  update courses set free = 0 where id = 7 and free > 0 returning id
)
insert into bookings (course_id, person) select id, 'Esi' from taken;
