#!/bin/sh
# Stops both servers and removes what the scripts made.
cd "$(dirname "$0")" || exit
. ./settings.sh
for server in data copy; do
  [ ! -e $server/postmaster.pid ] || pg_ctl -D $server -m immediate stop > /dev/null
done
rm -rf data copy backup archive ./*.tsv start.log commits.txt success.prom
