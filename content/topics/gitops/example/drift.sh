#!/bin/sh
# drift.sh: changes production by hand, and waits until the agent has undone it.
# It talks to the cluster of kubectl's current context.
set -eu
as_in_git() {
  copies=$(kubectl get -n ferries deployment/booking -o 'jsonpath={.spec.replicas}') &&
    [ "$copies" = 3 ] && kubectl get -n ferries service/booking >/dev/null 2>&1
}
as_in_git || { echo "the cluster isn't as in Git before the test" >&2 && exit 1; }

kubectl scale -n ferries deployment/booking --replicas=1
kubectl delete -n ferries service/booking
start=$(date +%s)
for _ in $(seq "${TRIES:-200}"); do
  if as_in_git; then
    echo "corrected after $(($(date +%s) - start)) seconds"
    exit 0
  fi
  sleep 2
done
echo "still not corrected after $(($(date +%s) - start)) seconds" >&2
exit 1
