#!/bin/sh
# Saves what a restart would destroy. Usage: evidence.sh PID
set -eu
[ -d "/proc/$1" ] || { echo "no process $1" >&2; exit 1; }
folder="evidence-$1-$(date +%H%M%S)"
mkdir -m 700 "$folder"
ps -o pid,stat,etime,time,rss,args -p "$1" > "$folder/ps.txt"
cat "/proc/$1/limits" > "$folder/limits.txt"
ls -l "/proc/$1/fd" > "$folder/fd.txt"

# Only now the signal, and only if it's Node.js, told to write a report for it:
# any other program may end or reload when it gets SIGUSR2.
started_with() { tr '\0' '\n' < "/proc/$1/$2" | grep -q -- "$3"; }
if readlink "/proc/$1/exe" | grep -qE '/node( |$)' &&
  { started_with "$1" cmdline '^--report-on-signal$' ||
    started_with "$1" environ '^NODE_OPTIONS=.*--report-on-signal'; }; then
  kill -USR2 "$1"
  cwd=$(readlink "/proc/$1/cwd")
  for _ in 1 2 3 4 5; do
    sleep 1
    report=$(find "$cwd" -maxdepth 1 -name "report.*.$1.*" -newer "$folder/ps.txt")
    [ -z "$report" ] || break
  done
  if [ -n "$report" ]; then mv "$report" "$folder/report.json"
  else echo "no report in $cwd" >&2; fi
fi
echo "$folder"
