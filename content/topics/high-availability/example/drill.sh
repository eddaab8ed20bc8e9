#!/bin/sh
# The primary dies, someone promotes the standby, and the old primary comes back.
# Usage: drill.sh no-fence|fence [freeze]; with freeze, it doesn't die but stops for a while.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
rm -f pumps.log stop-pumps
sh pumps.sh 0 &
sleep 3
primary=$(head -n 1 a/postmaster.pid)
all_of_it() { echo "$(pgrep -P "$primary") $primary"; }
if [ "${2-}" = freeze ]; then
  kill -STOP $(all_of_it)
else
  kill -9 "$primary"
fi
sleep 5 # until someone has noticed and decided
# region failover
fence() {
  mv a a.fenced                             # the old primary can't start any more
  kill -9 $(all_of_it) 2> /dev/null || true # nor go on, if it was only frozen
}
[ "$1" = no-fence ] || fence
pg_ctl -D b -w promote > promote.log
# endregion failover
sleep 3
if [ "${2-}" = freeze ]; then
  kill -CONT $(all_of_it) 2> /dev/null || true
  echo 'the old machine goes on'
else
  echo 'the old machine has rebooted'
  [ ! -e a ] || pg_ctl -D a -l a.log -w start > a-start.log
fi
sleep 3
touch stop-pumps
wait

awk '$2 == "failed" && !from { from = last } $2 == "ok" { if (from && !to) to = $1; last = $1 }
  END { printf "no sales for %.1f s\n", to - from }' pumps.log
confirmed=$(awk '$2 == "ok" { print $3 }' pumps.log | sort -u)
ask 5421 'SELECT id FROM sale' | sort -u > b.ids
echo "confirmed: $(echo "$confirmed" | wc -l), not on b: $(echo "$confirmed" | sort | comm -23 - b.ids | wc -l)"
