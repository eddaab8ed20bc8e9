SELECT pid, datname, usename, state, now() - state_change AS idle_for,
       greatest(age(backend_xid), age(backend_xmin)) AS holds_back, query
FROM pg_stat_activity
WHERE pid <> pg_backend_pid()
  AND (backend_xid IS NOT NULL OR backend_xmin IS NOT NULL)
ORDER BY holds_back DESC;
