#!/bin/sh
set -eu
cd "$(dirname "$0")"
PATH="$PATH:/usr/sbin"
if [ -f nsd.pid ] && kill -0 "$(cat nsd.pid)" 2> /dev/null; then
  echo 'already running; end it with: sh stop.sh'
  exit 1
fi
nsd -c nsd.conf
# Ubuntu and Debian (AppArmor) let /usr/sbin/unbound read only system folders.
cp "$(command -v unbound)" ./unbound-copy
./unbound-copy -c unbound.conf
echo 'authoritative server on port 5301, resolver on port 5302'
