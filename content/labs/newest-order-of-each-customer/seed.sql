create table customers (
  id integer primary key,
  name text not null
);

create table orders (
  id integer primary key,
  customer_id integer not null references customers,
  ordered_on date not null,
  total numeric(10, 2) not null
);

insert into customers values (1, 'Amara'), (2, 'Bilal'), (3, 'Chen'), (4, 'Dana');

insert into orders values
  (101, 1, '2026-03-02', 80.00),
  (102, 2, '2026-03-05', 15.50),
  (103, 1, '2026-04-11', 24.90),
  (104, 2, '2026-01-20', 99.00),
  (105, 4, '2026-05-01', 60.00),
  (106, 4, '2026-05-01', 12.00);
