#!/bin/sh
cd "$(dirname "$0")" || exit
for file in unbound.pid nsd.pid; do
  if [ -f "$file" ]; then kill "$(cat "$file")"; fi
done
