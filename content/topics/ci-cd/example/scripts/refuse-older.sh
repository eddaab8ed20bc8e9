#!/bin/sh
# refuse-older.sh RUNNING NEW: fails unless NEW contains the commit that is running.
set -eu
if ! git merge-base --is-ancestor "$1" "$2"; then
  echo "refused: $2 doesn't contain $1, which is running" >&2
  exit 1
fi
