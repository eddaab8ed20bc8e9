#!/bin/sh
# Which transactions deleted rows of a table or removed whole tables, as the
# archived log tells it. Usage: find.sh TABLE
set -eu
cd "$(dirname "$0")"
. ./settings.sh
$live -qAt -c 'SELECT pg_switch_wal()' > /dev/null # archives the current segment
sleep 2
segments=$(ls archive | grep -E '^[0-9A-F]{24}$')
log() {
  pg_waldump -p archive "$@" \
    "$(echo "$segments" | head -n 1)" "$(echo "$segments" | tail -n 1)"
}
log -r Transaction | grep 'desc: COMMIT' > commits.txt
number='s/.*tx: +([0-9]+),.*/\1/'
time='s/.*COMMIT ([^;]*).*/\1/'

# Empty if the table doesn't exist any more.
files=$(
  $live -qAt -v table="$1" << 'SQL'
SELECT '1663/' || oid || '/' || pg_relation_filenode(to_regclass(:'table'))
FROM pg_database WHERE datname = current_database()
SQL
)
if [ "$files" ]; then
  log -r Heap -R "$files" | grep 'desc: DELETE' | sed -E "$number" | sort -n | uniq -c
fi | while read -r rows tx; do
  # A deletion inside a savepoint belongs to the transaction around it.
  # One that was rolled back has no commit.
  grep -E "tx: +$tx,|subxacts:.* $tx\b" commits.txt | while read -r commit; do
    echo "transaction $(echo "$commit" | sed -E "$number") deleted $rows rows," \
      "committed $(echo "$commit" | sed -E "$time")"
  done
done
grep 'rels:' commits.txt | while read -r commit; do
  echo "transaction $(echo "$commit" | sed -E "$number") removed files (DROP, TRUNCATE)," \
    "committed $(echo "$commit" | sed -E "$time")"
done
