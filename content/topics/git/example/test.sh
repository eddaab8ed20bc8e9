#!/bin/sh
# Plays the commands of the page in a temporary folder and checks what they did.
set -u

here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

# Your own settings stay out of the test, and the test out of your settings.
export GIT_CONFIG_GLOBAL="$folder/gitconfig" GIT_CONFIG_NOSYSTEM=1
export GIT_EDITOR=true
git config --global user.name 'Ana Lima'
git config --global user.email ana@example.com
git config --global init.defaultBranch main
git config --global pull.rebase true
git config --global push.autoSetupRemote true
git config --global merge.conflictStyle zdiff3

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
you() { git -C practice/you "$@"; }
bo() { git -C practice/bo "$@"; }
subject_is() { test "$(you log -1 --format=%s "$1")" = "$2"; }

check 'the practice repository is built' sh "$here/practice.sh"
check 'it is never built over an older one' refused sh "$here/practice.sh"
check 'hashes are the same everywhere' \
  test "$(you rev-parse --short=7 main)" = 1515a95

sed '1s/.*/Harbor 08:10 (not on Sundays)/' practice/you/times.txt > new.txt
cp new.txt practice/you/times.txt
check 'you commit' you commit -am 'No harbor ferry on Sundays'
check 'the push is refused' refused you push
check 'fetching changes none of your files' you fetch
check 'your file is as you left it' cmp new.txt practice/you/times.txt
check 'the rebase stops at a conflict' refused you rebase
check 'the conflict is in times.txt' grep -q '^<<<<<<<' practice/you/times.txt
bo show main:times.txt | sed '1s/$/ (not on Sundays)/' > practice/you/times.txt
check 'the resolution is staged' you add times.txt
check 'the rebase goes on' you rebase --continue
check 'the push is accepted' you push
check "Bo's commit is below yours" \
  test "$(you rev-parse main~1)" = "$(bo rev-parse main)"

check 'a branch is created' you switch -c storm-notice
for text in 'Add storm notice' 'wip' 'wip 2'; do
  echo "$text" > practice/you/storm.txt
  you add storm.txt
  you commit -qm "$text"
done
check 'the branch is pushed' you push
cat > fixup.sh <<'EOF'
sed '2,3s/^pick/fixup/' "$1" > "$1.new" && mv "$1.new" "$1"
EOF
check 'three commits become one' \
  env GIT_SEQUENCE_EDITOR='sh ../../fixup.sh' \
  git -C practice/you rebase -i origin/main
check 'nothing but that one is new' \
  test "$(you rev-list --count origin/main..)" = 1

bo fetch -q
bo switch -q storm-notice
echo 'Shown on the home page' > practice/bo/where.txt
bo add where.txt
bo commit -qm 'Say where it is shown'
bo push -q
check "a lease protects Bo's commit" refused you push --force-with-lease
you fetch -q
seen=$(you rev-parse origin/storm-notice)
check "Bo's commit is taken over" you cherry-pick origin/storm-notice
check 'then the push may replace the branch' \
  you push "--force-with-lease=storm-notice:$seen"

you switch -q main
check 'the branch is deleted' you branch -D storm-notice
check 'the reflog brings it back' you branch storm-notice 'HEAD@{1}'
check 'with all commits' subject_is storm-notice 'Say where it is shown'

cp "$here/group-fare.test.js" practice/you/
you bisect start HEAD v1.0.0 > /dev/null
check 'bisect runs' you bisect run node --test
check 'bisect finds the commit' subject_is refs/bisect/bad 'Tidy up total'
you bisect reset > /dev/null 2>&1

sed 's/length > 10/length >= 10/' practice/you/fares.js > new.txt
cp new.txt practice/you/fares.js
you add .
check 'the fix is committed' you commit -m 'Give groups of ten their discount again'
check 'the fix passes the test' \
  sh -c 'cd practice/you && node --test'
check 'a hotfix starts at the release' you switch -c hotfix-1.1 v1.1.0
check 'the fix is copied' you cherry-pick main
check 'the hotfix passes the test' \
  sh -c 'cd practice/you && node --test'
check 'the night ferry is not in it' \
  refused grep -q '21:00' practice/you/times.txt

echo "$passed passed, $failed failed"
test "$failed" -eq 0
