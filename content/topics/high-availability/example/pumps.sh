#!/bin/sh
# Sells something every 0.2 seconds, and logs what was confirmed and what failed.
# Usage: pumps.sh FIRST_ID
cd "$(dirname "$0")" || exit
. ./settings.sh
id=$1
while [ ! -e stop-pumps ]; do
  id=$((id + 1))
  # region connect
  if psql 'host=/tmp,/tmp port=5420,5421 target_session_attrs=read-write connect_timeout=2' \
    -qc "INSERT INTO sale (id) VALUES ($id)" 2> pumps.err; then
    # endregion connect
    echo "$(date +%s.%N) ok $id" >> pumps.log
  else
    echo "$(date +%s.%N) failed $id" >> pumps.log
  fi
  sleep 0.2
done
