#!/usr/bin/env bash
set -euo pipefail

cd "${BACKUP_DIR:?}"
files=$(ls -A "${SOURCE:?}")
[ -n "$files" ] || {
  echo "$SOURCE is empty" >&2
  exit 1
}
tar -C "$SOURCE" -c . | gzip > photos.tar.gz.part
mv photos.tar.gz.part photos.tar.gz
echo "backup done"
