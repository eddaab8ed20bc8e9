#!/bin/sh
# Copies the recipes and comments from just before a transaction into the live server.
# Usage: rescue.sh TRANSACTION
set -eu
cd "$(dirname "$0")"
. ./settings.sh
# region rescue
sh restore.sh "recovery_target_xid = '$1'" 'recovery_target_inclusive = off' \
  "recovery_target_action = 'pause'"
until [ "$($restored -qAt -c 'SELECT pg_get_wal_replay_pause_state()')" = paused ]; do
  sleep 1
done
$restored -c 'SELECT * FROM recipe ORDER BY id'
$restored -q -c "\copy recipe TO 'recipe.tsv'" -c "\copy comment TO 'comment.tsv'"
$live -q --single-transaction -f copy-back.sql
# endregion rescue
$live -c 'SELECT * FROM recipe ORDER BY id'
