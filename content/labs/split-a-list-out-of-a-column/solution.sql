create table event_tags (
  event_id integer references events on delete cascade,
  tag text,
  primary key (event_id, tag)
);

insert into event_tags (event_id, tag)
select distinct events.id, lower(trim(part))
from events, string_to_table(events.tags, ',') as part
where trim(part) <> '';

alter table events drop column tags;
