-- fails: The cup has not changed
-- says: updates every row, because the UPDATE has no WHERE.
insert into products (name, price) values ('Tray', 12);
delete from products where name = 'Spoon';
update products set price = 5;
update products set price = 12 where name = 'Tray';
select name, price from products order by name;
