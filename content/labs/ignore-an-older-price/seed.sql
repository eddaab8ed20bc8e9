create table prices (sku text primary key, price numeric(8, 2) not null, version integer not null, changed_at integer not null);
create table messages (id integer primary key, sku text not null, price numeric(8, 2) not null, version integer not null);
insert into prices values ('tea', 4.00, 3, 0);
insert into messages values
  (1, 'tea', 4.50, 5), (2, 'tea', 4.20, 4), (3, 'cup', 9.00, 1), (4, 'tea', 4.50, 5), (5, 'cup', 9.50, 2), (6, 'cup', 9.00, 1);
