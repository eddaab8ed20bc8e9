#!/bin/sh
set -eu
cd "$(dirname "$0")"
nsd -c nsd.conf
unbound -c unbound.conf
echo 'authoritative server on port 5301, resolver on port 5302'
