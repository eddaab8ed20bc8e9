#!/bin/sh
# Copies the recipes and comments from just before a transaction into the live server.
# Usage: rescue.sh TRANSACTION
set -eu
cd "$(dirname "$0")"
. ./settings.sh
# region rescue
sh restore.sh "recovery_target_xid = '${1:?}'" 'recovery_target_inclusive = off' \
  "recovery_target_action = 'promote'"
wait_for 'SELECT pg_is_in_recovery()' f
$restored -c 'SELECT * FROM recipe ORDER BY id'
$restored -q -c "\copy recipe TO 'recipe.tsv'" -c "\copy comment TO 'comment.tsv'"
$live --single-transaction -f copy-back.sql
# endregion rescue
$live -c 'SELECT * FROM recipe ORDER BY id'
