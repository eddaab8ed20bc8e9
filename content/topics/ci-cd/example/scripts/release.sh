#!/bin/sh
# release.sh URL IMAGE COMMIT: deploys an image and waits until the shop runs its commit.
set -eu
url=$1 image=$2 commit=$3
scripts=$(dirname "$0")
running() {
  body=$(curl --fail --silent --show-error --max-time 5 "$url/version") &&
    echo "$body" | jq -er .commit
}

# A shop that's down must not stop the release that repairs it.
if before=$(running); then
  "$scripts/refuse-older.sh" "$before" "$commit"
else
  echo "warning: can't ask the shop for its commit" >&2
fi
"${DEPLOY:-$scripts/deploy.sh}" "$image"

for _ in $(seq "${TRIES:-30}"); do
  after=$(running) || after=nothing
  [ "$after" = "$commit" ] && exit 0
  sleep 2
done
echo "the shop still runs $after" >&2
exit 1
