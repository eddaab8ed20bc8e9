create table orders (id integer primary key, city text);
insert into orders values (1, 'Berlin'), (2, 'Hamburg'), (3, null), (4, 'berlin'), (5, 'Berlin'), (6, null);
