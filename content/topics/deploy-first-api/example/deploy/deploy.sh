#!/usr/bin/env bash
# Usage: bash deploy.sh main     deploys the newest commit of a branch
#        bash deploy.sh 3f2c91a  deploys any commit, so an older one rolls back
set -euo pipefail

app=${APP:-/srv/lanes}
restart=${RESTART:-sudo systemctl restart lanes}
health=${HEALTH:-http://127.0.0.1:3000/health}

exec 9> "$app/deploy.lock"
flock --nonblock 9 || { echo "another deploy is running" >&2; exit 1; }

git -C "$app/repo" fetch --quiet --prune
commit=$(git -C "$app/repo" rev-parse --verify "$1^{commit}")
release=$app/releases/$commit

if [ ! -d "$release" ]; then
  new=$(mktemp --directory "$app/releases/new.XXXXXX")
  git -C "$app/repo" archive "$commit" | tar --extract --directory "$new"
  (cd "$new" && npm ci --omit=dev --no-audit --no-fund)
  echo "COMMIT=$commit" > "$new/release.env"
  chmod 755 "$new"
  mv "$new" "$release"
fi

switch_to() {
  ln --symbolic --force --no-dereference "$1" "$app/next"
  mv --no-target-directory "$app/next" "$app/current"
  $restart || echo "restart failed" >&2
}

is_live() {
  curl --silent --fail --max-time 2 --retry 10 --retry-delay 1 \
    --retry-connrefused "$health" | grep --quiet "$1"
}

previous=$(readlink "$app/current" || true)
switch_to "$release"
if is_live "$commit"; then
  echo "live: $commit"
  exit
fi

echo "$commit is not healthy" >&2
if [ -n "$previous" ]; then
  switch_to "$previous"
  is_live "$(basename "$previous")" && echo "back to $(basename "$previous")" >&2
fi
exit 1
