create table products (id integer primary key, category text not null, name text not null, sold integer not null);
insert into products values
  (1, 'Tea', 'Assam', 90), (2, 'Tea', 'Darjeeling', 70), (3, 'Tea', 'Earl Grey', 70), (4, 'Tea', 'Sencha', 60),
  (5, 'Coffee', 'House blend', 40), (6, 'Coffee', 'Espresso', 95), (7, 'Coffee', 'Decaf', 10), (8, 'Coffee', 'Filter', 30);
