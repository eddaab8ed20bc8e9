create table requests (id integer generated always as identity, route text not null, status integer not null, milliseconds integer not null);
insert into requests (route, status, milliseconds)
  select '/orders', 200, 20 + n from generate_series(1, 90) as n;
insert into requests (route, status, milliseconds)
  select '/orders', case when n <= 4 then 503 else 200 end, 3000 + n from generate_series(1, 10) as n;
insert into requests (route, status, milliseconds)
  select '/health', 200, 2 from generate_series(1, 40);
insert into requests (route, status, milliseconds)
  select '/export', 200, 9000 from generate_series(1, 19);
insert into requests (route, status, milliseconds)
  select '/search', 200, 10 * n from generate_series(1, 20) as n;
