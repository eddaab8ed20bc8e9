-- fails: A user can get two messages at the same moment
-- says: creates a unique index, so a second message at the same moment is refused.
create unique index messages_inbox on messages (user_id, sent_at desc);
