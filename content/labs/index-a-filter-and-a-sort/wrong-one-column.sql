-- fails: Nothing is sorted
create index messages_user on messages (user_id);
