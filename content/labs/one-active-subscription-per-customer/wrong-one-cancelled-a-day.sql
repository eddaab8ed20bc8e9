-- fails: One more canceled subscription is fine
create unique index one_active_subscription on subscriptions (customer_id, cancelled_at) nulls not distinct;
