#!/bin/sh
# Stops both servers and removes what the scripts made.
cd "$(dirname "$0")" || exit
. ./settings.sh
touch stop-pumps
for server in a b; do
  [ ! -e $server/postmaster.pid ] || pg_ctl -D $server -m immediate stop > stop.log
done
rm -rf a a.fenced b ./*.log ./*.err b.ids stop-pumps
