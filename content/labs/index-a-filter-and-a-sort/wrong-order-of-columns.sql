-- fails: Only the messages of the user are read
-- says: begins its index with another column than the one that is compared with =.
create index messages_time on messages (sent_at desc, user_id);
