create table orders (id integer generated always as identity primary key, customer_id integer not null, ordered_at timestamp not null);
insert into orders (customer_id, ordered_at) values
  (1, '2026-01-03 10:00'), (1, '2026-01-20 10:00'), (1, '2026-02-02 10:00'), (1, '2026-02-28 23:59'),
  (2, '2026-01-31 23:00'), (2, '2026-03-01 00:00'),
  (3, '2026-01-15 12:00'),
  (4, '2026-02-10 09:00'), (4, '2026-03-31 09:00'),
  (5, '2026-03-05 09:00'), (5, '2026-04-02 09:00'),
  (6, '2026-04-03 09:00');
