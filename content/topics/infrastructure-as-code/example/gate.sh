#!/bin/sh
# gate.sh PLAN [ADDRESS...]: refuses a saved plan that deletes or replaces
# anything except the addresses that are named.
set -eu
plan=$(terraform show -json "$1")
shift
#region gate
doomed=$(printf '%s' "$plan" | jq -r '
  .resource_changes[]?
  | select(.change.actions | index("delete"))
  | select(.address | IN($ARGS.positional[]) | not)
  | "\(.address): \(.change.actions | join(", "))"' --args "$@")
#endregion gate
if [ -n "$doomed" ]; then
  echo "REFUSED: this plan would destroy"
  echo "$doomed"
  exit 1
fi
echo "OK: nothing is destroyed that you didn't name"
