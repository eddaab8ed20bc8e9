create table products (sku text primary key, price numeric(8, 2) not null check (price >= 0));
create table incoming (line integer primary key, sku text, price numeric(8, 2));
create table rejected (line integer primary key, reason text not null);
insert into incoming values (1, 'tea', 4.00), (2, 'cup', -1.00), (3, 'tea', 5.00), (4, 'pot', 19.00);
