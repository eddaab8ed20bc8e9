#!/bin/sh
# Both drills and the return of the old primary, in a copy of this folder.
set -eu
copy=$(mktemp -d)
cp ./*.sh "$copy"
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

sh start.sh
sh drill.sh no-fence > drill.log 2>&1
expect 'without a fence, the old primary takes writes' f "$(ask 5420 'SELECT pg_is_in_recovery()')"
expect 'and so does the new one' f "$(ask 5421 'SELECT pg_is_in_recovery()')"
expect 'confirmed sales are missing' 0 "$(grep -c 'not on b: 0' drill.log)"
sh stop.sh

sh start.sh
sh drill.sh fence freeze > drill.log 2>&1
expect 'a frozen primary is fenced, too' 1 "$(grep -cE 'not on b: [01]$' drill.log)"
expect 'and is gone' no "$(pg_isready -q -p 5420 && echo yes || echo no)"
sh stop.sh

sh start.sh
sh drill.sh fence > drill.log 2>&1
# The replication is asynchronous, so the very last sale may be lost.
expect 'with a fence, at most one is missing' 1 "$(grep -cE 'not on b: [01]$' drill.log)"
expect 'the old primary is down' no "$(pg_isready -q -p 5420 && echo yes || echo no)"
expect 'it returns as a standby' 'walreceiver|streaming' "$(timeout 30 sh rejoin.sh 2> /dev/null)"
ask 5421 'INSERT INTO sale (id) VALUES (9999)'
sleep 2
expect 'that follows' 1 "$(ask 5420 'SELECT count(*) FROM sale WHERE id = 9999')"
