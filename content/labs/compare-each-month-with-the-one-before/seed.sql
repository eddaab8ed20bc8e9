create table revenue (month date primary key, amount numeric(10, 2) not null);
insert into revenue values
  ('2026-01-01', 1000.00), ('2026-02-01', 1250.00), ('2026-04-01', 900.00), ('2026-05-01', 900.00);
