create table subscriptions (id integer primary key, customer_id integer not null, plan text not null, cancelled_at date);
insert into subscriptions values (1, 10, 'basic', '2025-01-31'), (2, 10, 'plus', '2025-06-30'), (3, 10, 'plus', null), (4, 11, 'basic', '2026-01-15');
