-- fails: A second active subscription is refused
alter table subscriptions add constraint one_active unique (customer_id, cancelled_at);
