create unique index one_active_subscription on subscriptions (customer_id) where cancelled_at is null;
