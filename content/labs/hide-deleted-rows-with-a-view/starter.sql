select id, text from notes where deleted_at is null;
