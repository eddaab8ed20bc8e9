#!/bin/sh
# Plays the page's steps in a copy of this folder.
set -eu
for program in haproxy openssl curl node; do
  command -v "$program" > /dev/null || {
    echo "skipped: $program is not installed"
    exit 1
  }
done
copy=$(mktemp -d)
cp ./*.sh ./*.js ./*.cfg "$copy"
cd "$copy"
sh start.sh
trap 'sh stop.sh; rm -rf "$copy"' EXIT

expect() {
  [ "$2" = "$3" ] || {
    echo "FAILED: $1: expected $2, got $3"
    exit 1
  }
  echo "ok: $1"
}
call() { curl -s -m 5 -o /dev/null -w '%{http_code}' "$@" || true; }
url=localhost:7100/passengers

expect 'strict clients accept our authority' 'run/boarding.crt: OK' \
  "$(openssl verify -x509_strict -CAfile run/ca.pem run/boarding.crt 2>&1)"

expect 'a GET is repeated after a 503' 200200 "$(call $url)$(call $url)"
expect 'a POST is not' 503 "$(call -d 'seat 12A' $url)"
expect 'its body arrives' 'v1 seat 12A' "$(curl -s -d 'seat 12A' $url)"
expect 'parking may not call' 403 "$(call localhost:7200/passengers)"
expect 'boarding may not call another path' 403 "$(call $url/7)"
expect 'no plain text' 000 "$(call http://localhost:7121/passengers)"
expect 'no call without a certificate' 000 \
  "$(call -k https://localhost:7121/passengers)"

node control.js boarding 'set server passengers/v1 weight 90' > /dev/null
node control.js boarding 'set server passengers/v2 weight 10' > /dev/null
i=0
while [ $i -lt 100 ]; do
  curl -s $url
  i=$((i + 1))
done > run/versions
expect 'a tenth goes to version 2' 10 "$(grep -c v2 run/versions)"

# All of it to version 2, first in the wrong order.
node control.js boarding 'set server passengers/v2 weight 0' > /dev/null
node control.js boarding 'set server passengers/v1 weight 0' > /dev/null
expect 'without any weight, nothing works' 503 "$(call $url)"
node control.js boarding 'set server passengers/v2 weight 100' > /dev/null
expect 'version 2 gets it all' 'v2 ' "$(curl -s $url)"
node control.js boarding 'set server passengers/v1 weight 100' > /dev/null

# An impostor: another service of the mesh answers on passengers' address.
sed 's/passengers.pem/parking.pem/' inbound.cfg > run/impostor.cfg
APP=7111 IN=7123 haproxy -db -f run/impostor.cfg 2> /dev/null &
echo $! >> run/pids
sleep 1
node control.js boarding 'set server passengers/v2 weight 0' > /dev/null
node control.js boarding 'set server passengers/v1 addr 127.0.0.1 port 7123' > /dev/null
expect 'boarding sends nothing to an impostor' 503 "$(call $url)"
node control.js boarding 'set server passengers/v1 addr 127.0.0.1 port 7121' > /dev/null
expect 'and comes back to passengers' 200 "$(call $url)"

kill -STOP "$(head -n 1 run/pids)"
status=$(call $url)
kill -CONT "$(head -n 1 run/pids)"
expect 'a service that hangs is given up on' 504 "$status"
