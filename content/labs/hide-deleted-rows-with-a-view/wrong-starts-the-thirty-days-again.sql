-- fails: A note that's already deleted keeps its time
-- says: sets the time of a deleted note again.
alter table notes rename to all_notes;

create view notes as
select id, text, deleted_at
from all_notes
where deleted_at is null
with check option;

create function delete_note(note_id integer) returns void language sql as $$
  update all_notes set deleted_at = now() where id = note_id;
$$;
