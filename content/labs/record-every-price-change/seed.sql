create table products (id integer primary key, name text not null, price numeric(8, 2));
create table price_changes (product_id integer not null, old_price numeric(8, 2), new_price numeric(8, 2), changed_by text);
insert into products values (1, 'Tea', 4.00), (2, 'Cup', 9.00), (3, 'Pot', null);
