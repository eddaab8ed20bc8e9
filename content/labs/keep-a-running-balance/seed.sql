create table bookings (
  id integer primary key,
  account_id integer not null,
  booked_on date not null,
  amount numeric(8, 2) not null
);
insert into bookings values
  (1, 7, '2026-02-01', 100.00),
  (2, 8, '2026-02-01', 20.00),
  (3, 7, '2026-02-03', -30.00),
  (4, 7, '2026-02-03', -5.00),
  (5, 8, '2026-02-04', 1.50);
