create table contacts (id integer primary key, email text, created_on date not null);
insert into contacts values
  (1, 'amara@example.com', '2026-02-01'), (2, 'Amara@Example.com', '2025-12-24'), (3, 'amara@example.com', '2026-03-01'),
  (4, 'bilal@example.com', '2026-01-01'), (5, 'BILAL@example.com', '2026-01-01'),
  (6, null, '2026-01-01'), (7, null, '2026-01-02'), (8, 'chen@example.com', '2026-01-03');
