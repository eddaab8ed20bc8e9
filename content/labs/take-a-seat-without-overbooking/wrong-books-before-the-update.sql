-- fails: There is no booking when the update changes no row
with booked as (
  insert into bookings (course_id, person)
  select id, 'Esi' from courses where id = 7 and free > 0
  returning course_id
)
update courses set free = free - 1
where id in (select course_id from booked) and free > 0;
