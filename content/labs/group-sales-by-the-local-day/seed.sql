create table shops (id integer primary key, name text not null, zone text not null);
create table sales (id integer primary key, shop_id integer not null references shops, sold_at timestamptz not null, amount numeric(8, 2) not null);
insert into shops values (1, 'New York', 'America/New_York'), (2, 'Tokyo', 'Asia/Tokyo');
insert into sales values
  (1, 1, '2026-01-15 03:30:00+00', 10.00),
  (2, 1, '2026-01-15 15:00:00+00', 20.00),
  (3, 2, '2026-01-15 15:30:00+00', 40.00),
  (4, 2, '2026-01-15 14:59:00+00', 1.00);
