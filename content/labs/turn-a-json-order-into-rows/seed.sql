create table inbox (id integer primary key, body jsonb not null);
create table order_lines (
  order_number text not null,
  position integer not null,
  sku text not null,
  price numeric(8, 2) not null,
  quantity integer not null,
  primary key (order_number, position)
);
insert into inbox values
  (1, '{"number": "A-17", "lines": [{"sku": "tea", "price": "4.50", "quantity": 2}, {"sku": "cup", "price": "9.00"}]}'),
  (2, '{"number": "A-18", "lines": []}'),
  (3, '{"number": "A-19", "lines": [{"sku": "pot", "price": "19.90", "quantity": 1}]}');
