create table people (id integer primary key, name text not null, manager_id integer references people);
insert into people values
  (1, 'Root', null), (2, 'Amara', 1), (3, 'Bilal', 2), (4, 'Chen', 2), (5, 'Dana', 3), (6, 'Esi', 5), (7, 'Finn', 1);
