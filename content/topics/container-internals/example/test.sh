#!/bin/sh
# What the box hides, and what it doesn't.
set -eu
for program in busybox unshare; do
  command -v "$program" > /dev/null || {
    echo "skipped: $program is not installed"
    exit 1
  }
done
unshare --user --map-root-user true 2> /dev/null || {
  echo 'skipped: this system forbids unprivileged user namespaces'
  exit 1
}
copy=$(mktemp -d)
cp ./*.sh "$copy"
cd "$copy"
trap 'sh clean.sh; rm -rf "$copy"' EXIT
sh layers.sh
expect() {
  [ "$2" = "$3" ] || {
    echo "FAILED: $1: expected '$2', got '$3'"
    exit 1
  }
  echo "ok: $1"
}
host=$(cat /proc/sys/kernel/hostname)
expect 'its own host name' box "$(sh box.sh hostname)"
expect "and the host's is as before" "$host" "$(cat /proc/sys/kernel/hostname)"
expect 'PID 1' 1 "$(sh box.sh sh -c 'echo $$')"
expect 'no processes of the host, only its own' /proc/1 "$(sh box.sh sh -c 'ls -d /proc/[0-9]*')"
expect 'only a loopback device' 1 "$(sh box.sh grep -c : /proc/net/dev)"
if [ "$(sh box.sh readlink /proc/self/ns/ipc)" = "$(readlink /proc/self/ns/ipc)" ]; then same=yes; else same=no; fi
expect 'its own shared memory' no "$same"
expect 'root inside' 0 "$(sh box.sh id -u)"
expect 'the old root is gone' '' "$(sh box.sh ls /old)"
expect 'files of both layers, the upper one first' 'star chart A' "$(sh box.sh sh -c 'echo $(cat /app/main.txt /fonts/a.ttf)')"
sh box.sh rm /tmp/build.key
expect 'deleted in the tree' '' "$(sh box.sh ls /tmp)"
expect 'and still in its layer' SECRET "$(cat layer1/tmp/build.key)"
expect 'hidden by a whiteout' 'character special file' "$(stat -c %F upper/tmp/build.key)"
sh box.sh sh -c 'busybox rm -r /fonts && busybox mkdir /fonts'
expect 'a folder is deleted and made again, empty' '' "$(sh box.sh ls /fonts)"
exec 9< /
expect 'no folder of the host comes along' '' "$(sh box.sh ls /proc/self/fd/9/ 2> /dev/null)"
exec 9<&-
touch precious
mv layer2 away
if sh box.sh rm "$copy/precious" 2> /dev/null; then failed=no; else failed=yes; fi
expect 'a layer is missing: an error' yes "$failed"
expect 'and the files of the host are safe' precious "$(ls precious)"
mv away layer2
sh box.sh sleep "3.$$" &
sleep 1
pid=$(pgrep -nf "^sleep 3.$$")
expect 'the host sees the process' sleep "$(cat "/proc/$pid/comm")"
if [ "$(readlink /proc/$$/ns/pid)" = "$(readlink "/proc/$pid/ns/pid")" ]; then same=yes; else same=no; fi
expect 'in another PID namespace' no "$same"
wait
