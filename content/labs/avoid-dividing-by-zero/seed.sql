create table days (day date primary key, visits integer not null, orders integer not null);
insert into days values ('2026-04-01', 80, 10), ('2026-04-02', 0, 0), ('2026-04-03', 3, 1);
