create table customers (id integer primary key, name text not null);
create table orders (id integer primary key, customer_id integer references customers);
insert into customers values (1, 'Amara'), (2, 'Bilal'), (3, 'Chen'), (4, 'Dana');
insert into orders values (1, 1), (2, null), (3, 1), (4, 3);
