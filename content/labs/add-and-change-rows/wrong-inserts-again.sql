-- fails: Tea costs 5
insert into products (name, price) values ('Tray', 12);
insert into products (name, price) values ('Tea', 5) on conflict do nothing;
delete from products where name = 'Spoon';
select name, price from products order by name;
