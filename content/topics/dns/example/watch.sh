#!/bin/sh
# usage: sh watch.sh SECONDS EVERY
second=0
while [ "$second" -le "$1" ]; do
  zone=$(dig @127.0.0.1 -p 5301 shop.museum.example +short)
  copy=$(dig @127.0.0.1 -p 5302 shop.museum.example +noall +answer |
    awk '{ print $5 ", " $2 " s left" }')
  echo "$second s: zone $zone, resolver $copy"
  sleep "$2"
  second=$((second + $2))
done
