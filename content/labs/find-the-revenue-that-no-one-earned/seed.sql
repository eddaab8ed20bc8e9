create table customers (name text primary key);
create table orders (id integer primary key, customer text not null references customers);
create table items (order_id integer not null references orders, product text not null, quantity integer not null, cents integer not null);
create table payments (order_id integer not null references orders, paid_on date not null, cents integer not null);
insert into customers values ('Ada'), ('Ben'), ('Chen'), ('Dana');
insert into orders values (1, 'Chen'), (2, 'Ada'), (3, 'Ben'), (4, 'Dana');
insert into items values (1, 'lamp', 1, 50), (2, 'tea', 2, 25), (2, 'pot', 1, 40), (3, 'cup', 4, 10), (3, 'bowl', 1, 30), (4, 'chair', 1, 60);
insert into payments values (1, '2026-03-01', 50), (2, '2026-03-01', 40), (2, '2026-03-09', 50), (3, '2026-03-02', 70), (4, '2026-03-02', 30), (4, '2026-03-05', 30);
