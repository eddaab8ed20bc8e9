#!/bin/sh
# The fenced server becomes a standby of the new primary.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
# region rejoin
pg_rewind -D a.fenced --source-server='host=/tmp port=5421 user=app dbname=postgres' -R > rewind.log
# endregion rejoin
sed -i 's/^port = 5421/port = 5420/' a.fenced/postgresql.conf
mv a.fenced a
pg_ctl -D a -l a.log -w start > a-start.log
ask 5420 'SELECT pg_is_in_recovery()'
