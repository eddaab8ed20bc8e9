#!/bin/sh
# The fenced server becomes a standby of the new primary.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
# region rejoin
pg_rewind -D a.fenced --source-server='host=/tmp port=5421 user=app dbname=postgres' -R > rewind.log
ask 5421 "SELECT pg_create_physical_replication_slot('a')" > slot.log
echo "primary_slot_name = 'a'" >> a.fenced/postgresql.auto.conf
# endregion rejoin
sed -i 's/^port = 5421/port = 5420/' a.fenced/postgresql.conf
mv a.fenced a
pg_ctl -D a -l a.log -w start > a-start.log
until [ "$(ask 5421 'SELECT count(*) FROM pg_stat_replication')" = 1 ]; do sleep 1; done
ask 5421 'SELECT application_name, state FROM pg_stat_replication'
