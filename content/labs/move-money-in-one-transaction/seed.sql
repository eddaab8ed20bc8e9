create table accounts (id integer primary key, owner text not null, balance numeric(10, 2) not null check (balance >= 0));
insert into accounts values (1, 'Amara', 100.00), (2, 'Bilal', 20.00), (3, 'Chen', 50.00);
