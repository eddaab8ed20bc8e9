SELECT
  count(*) AS open,
  coalesce(extract(epoch FROM now() - min(created_at)), 0) AS oldest_seconds
FROM outbox
WHERE published_at IS NULL;
