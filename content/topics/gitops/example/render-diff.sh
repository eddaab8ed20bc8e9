#!/bin/sh
# render-diff.sh BRANCH: what your changes since BRANCH's last common commit mean for each environment.
set -eu
base=$(git merge-base HEAD "$1") || { echo "no common commit with $1 (is the clone shallow?)" >&2 && exit 1; }
old=$(mktemp -d)
trap 'git worktree remove --force "$old"' EXIT
git worktree add --quiet --detach "$old" "$base"
prefix=$(git rev-parse --show-prefix)
for env in app/staging app/production; do
  kubectl kustomize "$old/$prefix$env" >"$old/before.yaml"
  kubectl kustomize "$env" >"$old/after.yaml"
  diff -u --label "$env before" --label "$env after" "$old/before.yaml" "$old/after.yaml" || [ $? = 1 ]
done
