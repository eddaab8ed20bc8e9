create table orders (id integer primary key, day date not null, status text not null);
insert into orders values
  (1, '2026-03-01', 'paid'), (2, '2026-03-01', 'paid'), (3, '2026-03-01', 'open'),
  (4, '2026-03-02', 'cancelled'), (5, '2026-03-02', 'paid'), (6, '2026-03-03', 'open');
