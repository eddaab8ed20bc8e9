create table events (id integer primary key, title text not null, tags text);
insert into events values
  (1, 'Vernissage', 'art, Music,art'), (2, 'Summer night', 'party'), (3, 'Reading', null), (4, 'Market', ' food ,, crafts'), (5, 'Walk', '');
