#!/bin/sh
# A primary in a/ on port 5420 and its standby in b/ on port 5421.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
initdb -D a -U app --auth=trust --data-checksums --no-sync > start.log
cat >> a/postgresql.conf << 'CONF'
port = 5420
unix_socket_directories = '/tmp'
CONF
pg_ctl -D a -l a.log -w start >> start.log
ask 5420 'CREATE TABLE sale (id bigint PRIMARY KEY, at timestamptz DEFAULT now())'
pg_basebackup -c fast -p 5420 -D b -R -C -S b
printf 'port = 5421\nwal_retrieve_retry_interval = 500ms\n' >> b/postgresql.conf
pg_ctl -D b -l b.log -w start >> start.log
