create table event_tags (event_id integer, tag text);
