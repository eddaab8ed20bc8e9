#!/bin/sh
# Two versions of passengers, each behind its proxy, and two callers' proxies.
set -eu
cd "$(dirname "$0")"
[ ! -e run ] || {
  echo 'run exists: stop the proxies with sh stop.sh first'
  exit 1
}
sh certs.sh
: > run/pids
for n in 1 2; do
  PORT=711$n VERSION=v$n node passengers.js >> run/app.log &
  echo $! >> run/pids
  APP=711$n IN=712$n haproxy -db -f inbound.cfg 2> /dev/null &
  echo $! >> run/pids
done
NAME=boarding OUT=7100 haproxy -db -f outbound.cfg 2> /dev/null &
echo $! >> run/pids
NAME=parking OUT=7200 haproxy -db -f outbound.cfg 2> /dev/null &
echo $! >> run/pids
sleep 2
echo 'boarding calls localhost:7100, parking calls localhost:7200'
