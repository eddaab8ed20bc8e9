#!/bin/sh
# Plays the commands of the page in a temporary folder and checks what they did.
set -u

here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

passed=0
failed=0
# check TEXT COMMAND...: the command has to succeed
check() {
  text=$1
  shift
  if "$@" > output.log 2>&1; then
    passed=$((passed + 1))
    echo "ok: $text"
  else
    failed=$((failed + 1))
    echo "FAILED: $text"
    cat output.log
  fi
}
refused() { ! "$@"; }
is() { test "$1" = "$2"; }

# Prints when order 4711 arrives, without starting the server.
arrival() {
  node --input-type=module -e "
    import { deliveryPage } from '$folder/parts/src/pages/delivery.js';
    process.stdout.write(deliveryPage('4711'));
  "
}

check 'the repository is built' sh "$here/practice.sh"
check 'it is never built over an older one' refused sh "$here/practice.sh"
cd parts || exit 1
check 'hashes are the same everywhere' \
  is "$(git rev-parse --short=7 HEAD)" a0df3ce
check 'the tests pass' npm test
check 'order 4711 is promised for Friday' is "$(arrival)" 'Arrives on Friday'

sed "s/zone === 'I' ? 1 : 0/0/" src/shipping/island.js > new.js
mv new.js src/shipping/island.js
check 'islandDelay has no effect on the page' is "$(arrival)" 'Arrives on Friday'
check 'and its only caller is its test' refused npm test
git restore .

check 'the text leads to one page' \
  is "$(git grep -l 'delivery\.arrives' -- src)" src/pages/delivery.js
check 'only the configuration names the step' \
  is "$(git grep -l zone-extras)" config/shipping.json
check 'blame ends at the tidying' is \
  "$(git blame -s -L '/EXTRA_DAYS = /,+1' src/shipping/steps/zone-extras.js |
    cut -c 1-7)" 31c1d93
check '-S finds the birth of the condition' is \
  "$(git log --format=%h -S "zone === 'I' || zone === 'K'" | tail -n 1)" 133ff1d
check '-L finds four versions of plan' is \
  "$(git log -L :plan:src/shipping/plan.js -s --format=%h | wc -l | tr -d ' ')" 4

cp "$here/delivery-days.test.js" test/
check 'the recorded behavior passes' npm test
sed 's/I: 1, K: 1/K: 1/' src/shipping/steps/zone-extras.js > new.js
mv new.js src/shipping/steps/zone-extras.js
check 'the fix changes the recorded behavior' refused npm test
sed -e "s/'I', '2026-05-05', '2026-05-08'/'I', '2026-05-05', '2026-05-07'/" \
  -e "s/'I', '2026-05-07', '2026-05-11'/'I', '2026-05-07', '2026-05-09'/" \
  test/delivery-days.test.js > new.js
mv new.js test/delivery-days.test.js
check 'in two rows, both of zone I' npm test
check 'order 4711 is promised for Thursday' \
  is "$(arrival)" 'Arrives on Thursday'

echo "$passed passed, $failed failed"
test "$failed" -eq 0
