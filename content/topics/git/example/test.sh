#!/bin/sh
# Plays what the page does in practice/, in a temporary folder, and checks it.
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
git config --global pull.rebase merges
git config --global rebase.autoStash true
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
old=$(you rev-parse origin/storm-notice)
you fetch -q
seen=$(you rev-parse origin/storm-notice)
check "Bo's commit is taken over" you cherry-pick "$old..$seen"
check 'then the push may replace the branch' \
  you push "--force-with-lease=storm-notice:$seen"

bo switch -q main
bo pull -q
echo 'In a storm, look at the home page.' >> practice/bo/README.md
bo commit -qam 'Say where to look in a storm'
bo push -q
check 'a pull compares with the own branch only' \
  sh -c 'git -C practice/you pull | grep "Already up to date"'
you fetch -q
check 'the branch is brought up to date' you rebase origin/main
check "Bo's commit on main is in it" \
  you merge-base --is-ancestor origin/main storm-notice
check 'nothing new on the server, so the push is accepted' \
  you push --force-with-lease --force-if-includes

bo switch -q storm-notice
bo reset -q --hard '@{u}'
bo pull -q
echo '// shown in red' >> practice/bo/storm.txt
bo commit -qam 'Say which color'
bo push -q
you fetch -q # as an editor does it in the background
check 'a commit that was fetched and never looked at is protected' \
  refused you push --force-with-lease --force-if-includes
you reset -q --hard '@{u}'

you switch -q main
you pull -q
check 'the branch is squashed' you merge --squash storm-notice
check 'into one commit' you commit -m 'Add storm notice'
check 'that is pushed' you push
check 'the branch is deleted' you branch -D storm-notice
check 'also on the server' you push origin --delete storm-notice
check 'a colleague prunes it' bo fetch --prune
check 'so it is gone there' refused bo rev-parse --verify -q origin/storm-notice
tip=$(you reflog --format=%h --grep-reflog='reset: moving' -1)
check 'the reflog brings it back' you branch storm-notice "$tip"
check 'with all commits' subject_is storm-notice 'Say which color'

echo 'Harbor 22:00' >> practice/you/times.txt
you add times.txt
you reset -q --hard
found() {
  you fsck --lost-found 2> /dev/null | grep 'dangling blob' |
    while read -r _ _ hash; do you show "$hash"; done | grep -q 'Harbor 22:00'
}
check 'an edit that was added can be found' found

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
check 'the hotfix gets a tag' you tag -a v1.1.1 -m 'Group discount'
check 'both are pushed' you push origin hotfix-1.1 v1.1.1

# What a forced push to main does to a colleague who pulls with a rebase.
bo switch -q main
bo pull -q
you switch -q main
you pull -q
echo 'Bring a coat.' >> practice/bo/README.md
bo commit -qam 'Say what to wear'
bo push -q
lost=$(bo rev-parse main)
you commit -q --amend -m 'Reworded'
you push -q --force
check "the colleague's pull reports nothing" bo pull
check 'and his commit is gone from his branch' \
  refused bo merge-base --is-ancestor "$lost" main
check 'only the reflog has it' \
  sh -c "git -C practice/bo reflog --format=%H | grep -q $lost"

echo "$passed passed, $failed failed"
test "$failed" -eq 0
