create table notes (id integer primary key, text text not null, deleted_at timestamptz);
insert into notes values (1, 'Call Amara', null), (2, 'Old idea', '2026-01-01'), (3, 'Buy tea', null);
