SELECT
  application_name,
  sync_state,
  pg_wal_lsn_diff(pg_current_wal_lsn(), sent_lsn) AS not_sent,
  pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) AS not_replayed,
  replay_lag
FROM pg_stat_replication;
