#!/bin/sh
# Tests the overlays, both scripts and the chart, in a copy with its own Git history.
set -eu
project=$(cd "$(dirname "$0")" && pwd)
for tool in kubectl git; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed" && exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/repo" # not the top of the repository, so that the scripts can't assume that
cp -R "$project/app" "$project/charts" "$project"/*.sh "$work/repo"
cd "$work"
git init --quiet
git add repo
git -c user.name=test -c user.email=test@example.com commit --quiet --message start
cd repo
passed=0
pass() { passed=$((passed + 1)) && echo "ok $passed - $1"; }
fail() { echo "FAILED: $1" && cat ../out && exit 1; }
expect() { # expect NAME TEXT COMMAND...: the command has to print the text
  name=$1 text=$2
  shift 2
  "$@" >../out 2>&1 || true
  grep -q -- "$text" ../out && pass "$name" || fail "$name"
}
refuses() { # refuses NAME COMMAND...: the command has to fail
  name=$1
  shift
  "$@" >../out 2>&1 && fail "$name" || pass "$name"
}
change() { # change FILE SCRIPT: edits a file, and fails if nothing changed
  sed -i.bak "$2" "$1"
  rm "$1.bak"
  ! git diff --quiet -- "$1" || fail "$2 changes nothing in $1"
}
reset() { git checkout --quiet .; }
production() { kubectl kustomize app/production; }
staging() { kubectl kustomize app/staging; }

expect "production has three copies" "replicas: 3" production
expect "staging has one" "replicas: 1" staging
expect "production requests more" "cpu: 500m" production
expect "staging doesn't" "cpu: 100m" staging
expect "the patch keeps the memory limit" "memory: 256Mi" production
expect "no commit deletes the namespace" "prune: disabled" sh -c "kubectl kustomize app/production | sed '/^---/q'"
[ "$(production | grep -c 'prune: disabled')" = 2 ] && pass "nor a ConfigMap" || fail "prune"
[ "$(production | grep -c 'app: booking$')" = 3 ] && pass "both selectors match the pods" || fail "labels"
expect "each has its namespace" "namespace: ferries-staging" staging
expect "production overrides the base's setting" 'BOOKING_CLOSES_MINUTES: "10"' production
expect "and inherits the others" "LOG_LEVEL: info" production
expect "an image is pinned" "registry.example.com/ferries/booking@sha256:" production

./check.sh >../out 2>&1 && pass "the check lets it through" || fail check
change app/base/reminders.yaml 's/image: booking$/image: booking-api/'
expect "an image that no overlay knows stays as it is" "image: booking-api" production
refuses "the check refuses it" ./check.sh
reset
change app/staging/kustomization.yaml 's/digest: .*/newTag: latest/'
refuses "the check refuses a tag" ./check.sh
reset
change app/base/deployment.yaml 's/^          envFrom.*/          args: [C:\\conf]/' # dash's echo stops at \c
change app/base/reminders.yaml 's/image: booking$/image: booking-api/'
expect "also after a backslash" "an image without a digest" ./check.sh
reset
change app/production/kustomization.yaml 's/^- ..\/base$//'
change app/production/kustomization.yaml '/^replicas:/,$d'
expect "the check refuses an empty environment" "app/production has no Deployment" ./check.sh
reset
cat >app/production/secret.yaml <<'YAML'
apiVersion: v1
kind: Secret
metadata:
  name: booking
stringData:
  PASSWORD: secret
YAML
change app/production/kustomization.yaml 's/^- namespace.yaml/- secret.yaml/'
expect "the check refuses a readable Secret" "app/production has a Secret" ./check.sh
change_secret() { sed "$1" app/production/secret.yaml >../secret && cp ../secret app/production/secret.yaml; }
printf 'sops:\n  version: 3.13.3\n' >>app/production/secret.yaml
change_secret 's/: secret$/: ENC[AES256_GCM,data:TjYI7t,iv:a,tag:b,type:str]/'
./check.sh >../out 2>&1 && pass "but not an encrypted one" || fail "an encrypted Secret"
change_secret '/^stringData:/a\
  ADDED_BY_HAND: secret
'
expect "a readable value in it is refused" "app/production has a Secret" ./check.sh
change_secret 's/^stringData:/data:/'
expect "also as data" "app/production has a Secret" ./check.sh
rm app/production/secret.yaml
reset
change app/production/kustomization.yaml 's/metadata: { name: booking }/metadata: { name: bookings }/'
expect "a patch without an object is an error" "no resource matches" production
refuses "and the check fails, too" ./check.sh
reset

./render-diff.sh HEAD >../out 2>&1 || fail render-diff
[ -s ../out ] && fail "no change, no difference" || pass "no change, no difference"
change app/base/kustomization.yaml 's/CLOSES_MINUTES=30/CLOSES_MINUTES=20/'
expect "a setting of the base reaches staging" '+  BOOKING_CLOSES_MINUTES: "20"' ./render-diff.sh HEAD
./render-diff.sh HEAD >../out || fail "a difference isn't an error"
pass "a difference isn't an error"
expect "under a new name" "+  name: booking-" ./render-diff.sh HEAD
grep -q "app/production" ../out && fail "but not production" || pass "but not production"
reset
git checkout --quiet -b other
change app/staging/kustomization.yaml 's/count: 1/count: 2/'
git -c user.name=test -c user.email=test@example.com commit --quiet --all --message other
git checkout --quiet -
./render-diff.sh other >../out 2>&1 || fail "another branch"
[ -s ../out ] && fail "another branch's changes aren't yours" || pass "another branch's changes aren't yours"
expect "an unknown branch is an error" "no common commit with nothing" ./render-diff.sh nothing
change app/base/kustomization.yaml 's/LOG_LEVEL=info/LOG_LEVEL=warn/'
expect "one that production doesn't override reaches it" "app/production after" ./render-diff.sh HEAD
change app/base/service.yaml 's/kind:/kinds:/'
refuses "a broken manifest fails" ./render-diff.sh HEAD
reset
[ "$(git worktree list | wc -l)" = 1 ] && pass "no worktree is left" || fail worktree

if ! command -v helm >/dev/null; then
  echo "skipped the chart, because there's no helm"
  exit 0
fi
chart() { helm template timetable charts/web-service --values charts/timetable.yaml "$@"; }
expect "the chart pins the image" "ferries/timetable@sha256:5d0a" chart
expect "settings stay strings" 'CACHE_SECONDS: "60"' chart
expect "yes stays yes" 'SHOW_DELAYS: "yes"' chart
expect "the schema refuses a number" "got number, want string" chart --set env.CACHE_BYTES=10000000
expect "and a misspelled value" "additional properties 'replica' not allowed" chart --set replica=3
expect "the schema refuses a tag" "additional properties 'tag' not allowed" chart --set image.tag=latest
expect "and what isn't a digest" "does not match pattern" chart --set image.digest=latest
expect "and a missing image" "REFUSED" sh -c 'helm template t charts/web-service 2>&1 || echo REFUSED'
expect "and a digest taken away" "missing property 'digest'" chart --set image.digest=null
[ "$(chart | grep -c 'app: timetable')" = 3 ] && pass "both selectors match the pods" || fail "labels"
expect "two copies" "replicas: 2" chart
chart --set replicas=null | grep -q replicas: && fail "no replicas, no line" || pass "no replicas, no line"
sum() { chart "$@" | grep checksum/env; }
[ "$(sum)" != "$(sum --set-string env.CACHE_SECONDS=61)" ] && pass "a new setting restarts the pods" || fail checksum
[ "$(sum)" = "$(sum --set replicas=3)" ] && pass "another change doesn't" || fail checksum
expect "lint" "0 chart(s) failed" helm lint charts/web-service --values charts/timetable.yaml
