#!/bin/sh
set -eu
cd "$(dirname "$0")"
PATH="$PATH:/usr/sbin"
nsd -c nsd.conf
# Ubuntu and Debian (AppArmor) let /usr/sbin/unbound read only system folders.
cp "$(command -v unbound)" ./unbound-copy
./unbound-copy -c unbound.conf
echo 'authoritative server on port 5301, resolver on port 5302'
