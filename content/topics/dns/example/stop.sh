#!/bin/sh
cd "$(dirname "$0")" || exit
kill "$(cat unbound.pid)" "$(cat nsd.pid)"
