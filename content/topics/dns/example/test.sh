#!/bin/sh
# Plays both moves in a copy of this folder, with TTLs of 6 and 1 seconds.
set -eu
PATH="$PATH:/usr/sbin"
for program in nsd unbound dig; do
  command -v "$program" > /dev/null || {
    echo "skipped: $program is not installed"
    exit 1
  }
done
copy=$(mktemp -d)
cp ./*.sh ./*.conf ./*.zone "$copy"
cd "$copy"
sh start.sh
sleep 1
kill "$(cat unbound.pid)"
sleep 1
sh stop.sh # also if only one of the two is running
sleep 1
sh start.sh
trap 'sh stop.sh; sleep 1; rm -rf "$copy"' EXIT
sleep 1

resolver() { dig @127.0.0.1 -p 5302 "$1" +short; }
expect() {
  [ "$2" = "$3" ] || {
    echo "FAILED: $1: expected $2, got $3"
    exit 1
  }
  echo "ok: $1"
}

if sh set-shop.sh 192.0.2.300 6; then refused=no; else refused=yes; fi
expect 'a wrong address is refused' yes "$refused"
expect 'and not written' 0 "$(grep -c 300 museum.example.zone)"

sh set-shop.sh 192.0.2.10 6
sleep 1
resolver shop.museum.example > /dev/null
sh set-shop.sh 198.51.100.7 1
sleep 2
expect 'address and TTL together: the old copy stays' \
  192.0.2.10 "$(resolver shop.museum.example)"
sleep 5
expect 'until the old TTL is over' \
  198.51.100.7 "$(resolver shop.museum.example)"

sh set-shop.sh 203.0.113.4 1
sleep 2
expect 'TTL lowered before: the new address is there' \
  203.0.113.4 "$(resolver shop.museum.example)"

expect 'an unknown name' '' "$(resolver lost.museum.example)"
echo 'lost 60 IN A 192.0.2.11' >> museum.example.zone
echo 'shop 60 IN AAAA 2001:db8::4' >> museum.example.zone
sh set-shop.sh 203.0.113.4 1
sleep 1
authoritative() { dig @127.0.0.1 -p 5301 "$@" +short; }
expect 'a new name is in the zone' 192.0.2.11 \
  "$(authoritative lost.museum.example)"
expect 'an AAAA record stays' 2001:db8::4 \
  "$(authoritative shop.museum.example AAAA)"
expect 'the absence is cached' '' "$(resolver lost.museum.example)"
