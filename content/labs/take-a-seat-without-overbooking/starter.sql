update courses set free = 1 - 1 where id = 7;
insert into bookings (course_id, person) values (7, 'Esi');
