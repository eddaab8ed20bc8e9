create table sales (sold_on date not null, shop text not null, amount numeric(8, 2) not null);
insert into sales values
  ('2026-05-04', 'north', 10.00), ('2026-05-04', 'north', 5.00), ('2026-05-05', 'south', 99.00),
  ('2026-05-07', 'north', 20.00), ('2026-05-10', 'north', 1.00), ('2026-05-11', 'north', 7.00);
