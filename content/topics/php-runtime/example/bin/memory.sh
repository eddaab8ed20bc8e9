#!/bin/sh
# memory.sh FOLDER: the memory of each PHP-FPM worker in KB. Rss counts shared pages in each worker; Private leaves them out.
set -eu
echo "pool         Rss  Private"
for pid in $(pgrep -P "$(cat "$1/run/fpm.pid")"); do
  awk -v pool="$(ps -o args= -p "$pid" | sed 's/.*pool //')" '
    /^Rss:/ { rss = $2 }
    /^Private_/ { private += $2 }
    END { printf "%-8s %7d  %7d\n", pool, rss, private }
  ' "/proc/$pid/smaps_rollup"
done
