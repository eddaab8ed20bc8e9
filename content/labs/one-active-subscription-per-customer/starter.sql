select customer_id, count(*) from subscriptions where cancelled_at is null group by customer_id;
