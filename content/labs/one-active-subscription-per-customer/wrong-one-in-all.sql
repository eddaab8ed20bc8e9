-- fails: The history is complete
delete from subscriptions where cancelled_at is not null;
create unique index one_subscription on subscriptions (customer_id);
