create table rooms (id integer primary key, name text not null);
create table bookings (id integer primary key, room_id integer not null, guest text, arrives date, leaves date, price numeric(8, 2));
insert into rooms values (1, 'Lake'), (2, 'Hill');
insert into bookings values (1, 1, 'Amara', '2026-06-01', '2026-06-03', 120.00), (2, 2, 'Bilal', '2026-06-05', '2026-06-06', 0.00);
