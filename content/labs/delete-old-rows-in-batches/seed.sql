create table sessions (id integer primary key, expired boolean not null);
create table batches (id integer generated always as identity primary key, deleted integer not null);
insert into sessions select n, n % 21 <> 0 from generate_series(1, 2100) as n;
