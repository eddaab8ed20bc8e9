#!/bin/sh
# Plays the page's steps in a copy of this folder.
set -eu
for program in haproxy openssl curl node; do
  command -v "$program" > /dev/null || {
    echo "skipped: $program is not installed"
    exit 0
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
