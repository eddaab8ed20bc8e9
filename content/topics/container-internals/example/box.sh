#!/bin/sh
# Runs a command in a container, without an engine. Usage: box.sh COMMAND...
set -eu
cd "$(dirname "$0")"
# region box
exec unshare --user --map-root-user --mount --pid --fork --uts --net --ipc \
  sh -c '
    mount -t overlay overlay -o lowerdir=layer2:layer1,upperdir=upper,workdir=work root
    mount -t proc proc root/proc
    hostname box
    cd root
    pivot_root . old
    exec /bin/sh -c "umount -l /old; export PATH=/bin; exec \"\$@\"" sh "$@"
  ' sh "$@"
# endregion box
