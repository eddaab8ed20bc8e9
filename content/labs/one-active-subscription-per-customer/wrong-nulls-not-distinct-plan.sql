-- fails: A second active subscription is refused
create unique index one_per_plan on subscriptions (customer_id, plan) where cancelled_at is null;
