create table orders (
  id integer primary key,
  customer text not null,
  status text not null,
  total numeric(8, 2) not null
);
insert into orders values
  (1, 'Amara', 'paid', 60.00),
  (2, 'Amara', 'paid', 55.00),
  (3, 'Bilal', 'paid', 90.00),
  (4, 'Bilal', 'cancelled', 90.00),
  (5, 'Chen', 'paid', 100.00),
  (6, 'Dana', 'paid', 250.00);
