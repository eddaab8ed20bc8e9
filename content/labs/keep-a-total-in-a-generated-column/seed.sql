create table order_lines (
  id integer primary key,
  quantity integer not null,
  price numeric(10, 2) not null,
  discount integer,
  total numeric(12, 2)
);
insert into order_lines values (1, 2, 4.50, null, 9.00), (2, 1, 19.90, 10, 19.90), (3, 3, 0.99, 0, null);
