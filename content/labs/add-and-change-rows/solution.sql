insert into products (name, price) values ('Tray', 12);
update products set price = 5 where name = 'Tea';
delete from products where name = 'Spoon';

select name, price from products order by name;
