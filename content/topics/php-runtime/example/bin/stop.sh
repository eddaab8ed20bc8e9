#!/bin/sh
# stop.sh FOLDER: stops what start.sh started there, and waits up to five seconds until it has ended.
set -u
for name in nginx fpm; do
  [ -s "$1/run/$name.pid" ] || continue
  kill "$(cat "$1/run/$name.pid")"
  try=0
  while [ -e "$1/run/$name.pid" ] && [ $((try += 1)) -le 50 ]; do sleep 0.1; done
done
exit 0
