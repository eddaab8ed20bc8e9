-- fails: The function deletes a note
-- says: deletes the row, where it should only be marked as deleted.
alter table notes rename to all_notes;
create view notes as select id, text, deleted_at from all_notes where deleted_at is null with check option;
create function delete_note(note_id integer) returns void language sql as $$ delete from all_notes where id = note_id; $$;
