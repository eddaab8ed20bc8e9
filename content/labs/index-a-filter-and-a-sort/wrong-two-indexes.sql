-- fails: Nothing is sorted
create index messages_user on messages (user_id);
create index messages_time on messages (subject, sent_at);
