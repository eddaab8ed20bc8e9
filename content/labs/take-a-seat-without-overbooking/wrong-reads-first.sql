-- fails: One statement decides and changes
do $$ declare n int; begin select free into n from courses where id = 7; if n > 0 then update courses set free = n - 1 where id = 7; insert into bookings (course_id, person) values (7, 'Esi'); end if; end $$;
