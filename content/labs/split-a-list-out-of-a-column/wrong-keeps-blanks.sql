-- fails: Each tag of an event is one row
create table event_tags (event_id integer not null references events on delete cascade, tag text not null, primary key (event_id, tag));
insert into event_tags select distinct events.id, lower(part) from events, string_to_table(events.tags, ',') as part where part <> '';
alter table events drop column tags;
