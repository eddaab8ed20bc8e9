#!/usr/bin/env bash
cd "$BACKUP_DIR"
tar -C "$SOURCE" -c . | gzip > photos.tar.gz
echo "backup done"
