#!/bin/sh
# render-diff.sh COMMIT: what the change since a commit means for each environment.
set -eu
old=$(mktemp -d)
trap 'git worktree remove --force "$old"' EXIT
git worktree add --quiet --detach "$old" "$1"
prefix=$(git rev-parse --show-prefix)
for env in app/staging app/production; do
  kubectl kustomize "$old/$prefix$env" >"$old/before.yaml"
  kubectl kustomize "$env" >"$old/after.yaml"
  diff -u --label "$env before" --label "$env after" "$old/before.yaml" "$old/after.yaml" || [ $? = 1 ]
done
