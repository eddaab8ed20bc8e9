create table products (name text, price integer, in_stock boolean);
insert into products values ('Tea', 4, true), ('Teapot', 35, true), ('Cup', 9, false), ('Spoon', 2, true);
