create table users (id integer primary key, mail text);
insert into users values (1, 'amara@example.com'), (2, null);
