create table sales (id integer generated always as identity primary key, product text not null, amount numeric(8, 2) not null);
insert into sales (product, amount) values ('tea', 4.00), ('tea', 6.00), ('cup', 9.00);
