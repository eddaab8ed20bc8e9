-- fails: Nothing is lost
-- says: copies the rows into a new table, without the primary key.
create table all_notes as select * from notes;
drop table notes;

create view notes as
select id, text, deleted_at
from all_notes
where deleted_at is null
with check option;

create function delete_note(note_id integer) returns void language sql as $$
  update all_notes set deleted_at = now() where id = note_id and deleted_at is null;
$$;
