create index messages_inbox on messages (user_id, sent_at desc);
