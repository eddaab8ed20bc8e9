-- fails: The history is complete
-- says: allows one subscription per customer in all, and deletes the canceled ones.
delete from subscriptions where cancelled_at is not null;
create unique index one_subscription on subscriptions (customer_id);
