-- fails: Only the messages of the user are read
create index messages_time on messages (sent_at desc, user_id);
