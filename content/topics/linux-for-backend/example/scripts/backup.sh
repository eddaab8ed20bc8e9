#!/usr/bin/env bash
set -euo pipefail

cd "$BACKUP_DIR"
tar -C "$SOURCE" -c . | gzip > photos.tar.gz.part
mv photos.tar.gz.part photos.tar.gz
echo "backup done"
