-- fails: A full course takes no booking
update courses set free = free - 1 where id = 7 and free > 0;
insert into bookings (course_id, person) values (7, 'Esi');
