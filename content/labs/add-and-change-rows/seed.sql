create table products (name text primary key, price integer not null);
insert into products values ('Tea', 4), ('Cup', 9), ('Spoon', 2);
