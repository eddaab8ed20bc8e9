#!/bin/sh
# deploy.sh IMAGE: replaces the running shop. This is where your platform's command goes,
# for example `kubectl set image` or `docker service update --image`.
set -eu
case $1 in
  *@sha256:*) ;;
  *)
    echo "refused: $1 isn't named by its digest" >&2
    exit 1
    ;;
esac
: "${DEPLOY_KEY:?is not set}"
echo "would deploy $1"
