create table accounts (id integer primary key, email text not null);
create index accounts_email on accounts (email);
insert into accounts select n, 'User' || n || '@Example.com' from generate_series(1, 20000) as n;
analyze accounts;
