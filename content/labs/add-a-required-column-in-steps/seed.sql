create table orders (id integer primary key, total numeric(8, 2) not null);
insert into orders select n, n from generate_series(1, 500) as n;
