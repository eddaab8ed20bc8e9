create table customers (id integer primary key, name text not null);
create table orders (id integer primary key, customer_id integer not null references customers);
insert into customers values (1, 'Amara'), (2, 'Bilal'), (3, 'Chen'), (4, 'Amara');
insert into orders values (1, 1), (2, 1), (3, 2), (4, 4), (5, 1);
