create table courses (id integer primary key, name text not null, free integer not null check (free >= 0));
create table bookings (id integer generated always as identity primary key, course_id integer not null references courses, person text not null);
insert into courses values (7, 'SQL for the brave', 0), (8, 'Linux', 4);
insert into bookings (course_id, person) values (7, 'Amara');
