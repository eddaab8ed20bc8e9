#!/bin/sh
# Restores the base backup into copy/ and replays the log.
# Usage: restore.sh [recovery setting]..., for example "recovery_target_xid = '740'"
set -eu
cd "$(dirname "$0")"
. ./settings.sh
[ ! -e copy ] || {
  echo 'copy/ exists: stop that server and remove it first'
  exit 1
}
# region restore
cp -a backup/base copy
{
  echo 'port = 5411'
  echo 'archive_mode = off' # the copy must not write into the archive
  echo "restore_command = 'cp $PWD/archive/%f %p'"
  for setting in "$@"; do echo "$setting"; done
} >> copy/postgresql.conf
touch copy/recovery.signal
pg_ctl -D copy -l copy/server.log -w -t 3600 start > /dev/null
# endregion restore
