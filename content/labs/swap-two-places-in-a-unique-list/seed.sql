create table tasks (
  id integer primary key,
  list_id integer not null,
  place integer not null check (place > 0),
  constraint tasks_place unique (list_id, place)
);
insert into tasks values (11, 1, 1), (12, 1, 2), (13, 1, 3), (21, 2, 1);
