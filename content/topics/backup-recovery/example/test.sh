#!/bin/sh
# Plays the accident, the rescue and the nightly test in a copy of this folder.
set -eu
copy=$(mktemp -d)
cp ./*.sh ./*.sql ./*.conf "$copy"
cd "$copy"
. ./settings.sh
command -v initdb > /dev/null || {
  echo 'skipped: PostgreSQL is not installed'
  exit 1
}
if [ "$(id -u)" = 0 ]; then # PostgreSQL doesn't run as root
  chown -R postgres "$copy"
  exec runuser -u postgres -- /bin/sh test.sh
fi
trap 'sh stop.sh; rm -rf "$copy"' EXIT
expect() {
  [ "$2" = "$3" ] || {
    echo "FAILED: $1: expected '$2', got '$3'"
    exit 1
  }
  echo "ok: $1"
}
recipes() { $live -qAt -c "SELECT string_agg(title, ' ' ORDER BY id) FROM recipe"; }
comments() { $live -qAt -c 'SELECT count(*) FROM comment'; }
nightly() { if MAX_AGE=$1 sh restore-test.sh > test.log 2>&1; then echo yes; else echo no; fi; }

sh start.sh > /dev/null
$live -q -c 'DELETE FROM recipe WHERE id = 2'
sleep 1
$live -q -c 'BEGIN' -c 'DELETE FROM recipe' -c 'ROLLBACK'
$live -q -c 'BEGIN' -c "INSERT INTO heartbeat DEFAULT VALUES" -c 'SAVEPOINT a' \
  -c 'DELETE FROM recipe' -c 'RELEASE a' -c 'COMMIT'
sleep 1
$live -q -c "INSERT INTO recipe (title) VALUES ('Empanada')"
expect 'everything else is gone' Empanada "$(recipes)"
expect 'the comments as well' 0 "$(comments)"

found=$(sh find.sh recipe)
expect 'the log names both deletions, not the one rolled back' 2 "$(echo "$found" | wc -l)"
tx=$(echo "$found" | sed -n 's/transaction \([0-9]*\) deleted 2 rows.*/\1/p')
expect 'a wrong number ends with an error' 1 "$(sh rescue.sh 99999 > /dev/null 2>&1 || echo 1)"
rm -rf copy
sh rescue.sh "$tx" > /dev/null
expect 'rescued, with what came later' 'Borscht Dosa Empanada' "$(recipes)"
expect 'with the comments' 2 "$(comments)"
$live -q --single-transaction -f copy-back.sql
expect 'a second time changes nothing' 'Borscht Dosa Empanada' "$(recipes)"
$live -q -c "INSERT INTO recipe (title) VALUES ('Fufu')"
expect 'new rows get new ids' 'Borscht Dosa Empanada Fufu' "$(recipes)"
expect 'the heartbeat goes on after the base backup' t \
  "$($live -qAt -c "SELECT count(*) >= 3 FROM heartbeat")" # with the one of the savepoint
pg_ctl -D copy -m immediate stop > /dev/null
rm -r copy

$live -q -c 'TRUNCATE recipe CASCADE' 2> /dev/null
tx=$(sh find.sh recipe | sed -n 's/transaction \([0-9]*\) removed files.*/\1/p' | tail -n 1)
sh rescue.sh "$tx" > /dev/null
expect 'rescued after a TRUNCATE' 'Borscht Dosa Empanada Fufu' "$(recipes)"
pg_ctl -D copy -m immediate stop > /dev/null
rm -r copy

$live -q -c 'DROP TABLE recipe, comment' 2> /dev/null
tx=$(sh find.sh recipe | sed -n 's/transaction \([0-9]*\) removed files.*/\1/p' | tail -n 1)
sh rescue.sh "$tx" > /dev/null 2>&1 || true # there is no table to copy into
pg_dump -h /tmp -p 5411 -U app -t recipe -t comment postgres | $live -q --single-transaction > /dev/null
expect 'rescued after a DROP' 'Borscht Dosa Empanada Fufu' "$(recipes)"
pg_ctl -D copy -m immediate stop > /dev/null
rm -r copy

$live -qAt -c 'SELECT pg_switch_wal()' > /dev/null
$live -q -c 'INSERT INTO heartbeat DEFAULT VALUES'
$live -qAt -c 'SELECT pg_switch_wal()' > /dev/null
sleep 2
expect 'the nightly test passes' yes "$(nightly 60)"
expect 'and says so' 1 "$(grep -c timestamp success.prom)"
rm success.prom

sleep 8
newest=$(ls archive | tail -n 1)
mv "archive/$newest" kept
expect 'the newest segment is missing: fails' no "$(nightly 6)"
expect 'although the server came up' 1 "$(grep -c 'newest heartbeat' test.log)"
expect 'and leaves no success' no "$([ -e success.prom ] && echo yes || echo no)"
mv kept "archive/$newest"
echo >> backup/base/PG_VERSION
expect 'a damaged base backup: fails' no "$(nightly 600)"
