#!/bin/sh
# Restores everything there is, and leaves success.prom only if that worked
# and the newest heartbeat is younger than MAX_AGE seconds.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
[ ! -e copy ] || {
  echo 'copy/ exists, perhaps a rescue is going on'
  exit 1
}
trap 'pg_ctl -D copy -m immediate stop > /dev/null 2>&1; rm -rf copy' EXIT
began=$(date +%s)
# region test
pg_verifybackup -q backup/base
sh restore.sh
wait_for 'SELECT pg_is_in_recovery()' f
pg_amcheck -h /tmp -p 5411 -U app --install-missing --heapallindexed postgres
$restored -qAt -c 'SELECT 1/count(*) FROM recipe' > /dev/null # an empty table fails
age=$($restored -qAt -c 'SELECT round(extract(epoch FROM now() - max(at))) FROM heartbeat')
echo "restored in $(($(date +%s) - began)) s, newest heartbeat $age s old"
[ "$age" -le "${MAX_AGE:-180}" ]
echo "backup_restore_test_success_timestamp_seconds $(date +%s)" > success.prom.new
mv success.prom.new success.prom
# endregion test
