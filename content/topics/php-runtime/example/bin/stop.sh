#!/bin/sh
# stop.sh FOLDER: stops what start.sh started there.
set -u
for name in nginx fpm; do
  [ -s "$1/run/$name.pid" ] && kill "$(cat "$1/run/$name.pid")"
done
exit 0
