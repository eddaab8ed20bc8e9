-- fails: Tea costs 5
-- says: leaves the price of Tea as it was: an INSERT doesn't change a row that is there.
insert into products (name, price) values ('Tray', 12);
insert into products (name, price) values ('Tea', 5) on conflict do nothing;
delete from products where name = 'Spoon';
select name, price from products order by name;
