#!/bin/sh
# Which transactions deleted rows of a table, as the archived log tells it.
# Usage: find.sh TABLE
set -eu
cd "$(dirname "$0")"
. ./settings.sh
$live -qAt -c 'SELECT pg_switch_wal()' > /dev/null # archives the current segment
sleep 2
files=$(
  $live -qAt -v table="$1" << 'SQL'
SELECT '1663/' || oid || '/' || pg_relation_filenode(:'table')
FROM pg_database WHERE datname = current_database()
SQL
)
segments=$(ls archive | grep -E '^[0-9A-F]{24}$')
log() {
  pg_waldump -p archive "$@" \
    "$(echo "$segments" | head -n 1)" "$(echo "$segments" | tail -n 1)"
}
log -r Heap -R "$files" | grep 'desc: DELETE' |
  sed -E 's/.*tx: +([0-9]+),.*/\1/' | sort -n | uniq -c |
  while read -r rows tx; do
    at=$(log -r Transaction -x "$tx" | sed -nE 's/.*COMMIT ([^;]*).*/\1/p')
    echo "transaction $tx deleted $rows rows, committed $at"
  done
