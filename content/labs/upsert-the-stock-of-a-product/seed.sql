create table stock (sku text primary key, quantity integer not null check (quantity >= 0));
create table deliveries (sku text primary key, quantity integer not null);
insert into stock values ('tea-1', 5), ('tea-2', 0), ('cup-9', 3);
insert into deliveries values ('tea-1', 10), ('pot-4', 2), ('tea-2', 1);
