create table customers (id integer primary key, name text not null);
create table orders (
  id integer primary key,
  customer_id integer not null references customers,
  total numeric(8, 2) not null
);
insert into customers values (1, 'Amara'), (2, 'Bilal'), (3, 'Chen');
insert into orders values (1, 3, 12.50), (2, 1, 80.00), (3, 3, 7.20), (4, 2, 33.00);
