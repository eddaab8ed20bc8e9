create table prices (
  product_id integer not null,
  valid_from date not null,
  price numeric(10, 2) not null,
  primary key (product_id, valid_from)
);
create table lines (id integer primary key, product_id integer not null, ordered_on date not null, quantity integer not null);
insert into prices values
  (1, '2026-01-01', 4.00), (1, '2026-03-01', 4.50), (1, '2026-06-01', 4.20),
  (2, '2026-02-15', 19.00);
insert into lines values
  (100, 1, '2026-02-28', 2), (101, 1, '2026-03-01', 1), (102, 1, '2026-12-24', 10),
  (103, 2, '2026-02-14', 1), (104, 2, '2026-02-15', 3);
