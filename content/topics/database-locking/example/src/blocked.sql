SELECT
  pid,
  pg_blocking_pids(pid) AS blocked_by,
  state,
  date_trunc('second', now() - xact_start) AS in_transaction,
  left(query, 48) AS last_query
FROM pg_stat_activity
WHERE cardinality(pg_blocking_pids(pid)) > 0
  OR pid IN (SELECT unnest(pg_blocking_pids(pid)) FROM pg_stat_activity)
ORDER BY xact_start;
