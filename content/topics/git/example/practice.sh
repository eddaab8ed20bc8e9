#!/bin/sh
# Builds the folder practice/: shared.git stands for the server,
# you/ and bo/ are two clones of it.
set -eu

if [ -e practice ]; then
  echo 'There is already a folder "practice" here. Rename or delete it first.' >&2
  exit 1
fi

# Your settings must not change what this script builds.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

as() {
  export GIT_AUTHOR_NAME="$1" GIT_COMMITTER_NAME="$1"
  export GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_EMAIL="$2"
}

# Fixed dates make the hashes the same on every computer.
day=1
commit() {
  when=$(printf '2026-03-%02dT09:00:00Z' "$day")
  day=$((day + 1))
  git add --all
  GIT_AUTHOR_DATE=$when GIT_COMMITTER_DATE=$when git commit --quiet -m "$1"
}

# write_fares ADULT CHILD BIKE OPERATOR
write_fares() {
  cat > fares.js <<EOF
export const fares = { adult: $1, child: $2, bike: $3 };

export function total(tickets) {
  let cents = 0;
  for (const ticket of tickets) {
    cents += fares[ticket];
  }
  return tickets.length $4 10 ? cents * 0.8 : cents;
}
EOF
}

mkdir practice
cd practice
git init --quiet --bare --initial-branch=main shared.git
git clone --quiet shared.git bo 2> /dev/null
cd bo

as Ada ada@example.com
printf '* text=auto eol=lf\n' > .gitattributes
printf 'node_modules/\n.env\n' > .gitignore
printf '{ "name": "ferry", "private": true, "type": "module" }\n' > package.json
printf 'Harbor 08:10\nIsland 08:40\n' > times.txt
commit 'Add winter timetable'
write_fares 520 260 300 '>='
commit 'Add fares, with 20% off for groups of ten'
as Bo bo@example.com
printf '# Ferry\n\nTimes and fares of the island ferry.\n' > README.md
commit 'Explain what this is'
git tag -a v1.0.0 -m 'First season'

printf 'Harbor 08:10\nIsland 08:40\nHarbor 17:10\nIsland 17:40\n' > times.txt
commit 'Add afternoon ferry'
as Ada ada@example.com
write_fares 540 260 300 '>='
commit 'Raise adult fare to 5.40'
printf '# Ferry\n\nTimes and fares of the island ferry.\n\nCall +1 555 0100 in a storm.\n' > README.md
commit 'Add phone number'
write_fares 540 270 300 '>='
commit 'Raise child fare to 2.70'
as Bo bo@example.com
write_fares 540 270 300 '>'
commit 'Tidy up total'
write_fares 540 270 320 '>'
commit 'Raise bike fare to 3.20'
git tag -a v1.1.0 -m 'Second season'
as Ada ada@example.com
printf 'Harbor 08:10\nIsland 08:40\nHarbor 17:10\nIsland 17:40\nHarbor 21:00\n' > times.txt
commit 'Add night ferry'
printf 'node_modules/\n.env\n*.log\n' > .gitignore
commit 'Ignore log files'

git push --quiet --follow-tags origin main
cd ..
git clone --quiet shared.git you

# Your colleague works on, and you haven't seen it yet.
cd bo
git config user.name Bo
git config user.email bo@example.com
as Bo bo@example.com
printf 'Harbor 08:15\nIsland 08:40\nHarbor 17:10\nIsland 17:40\nHarbor 21:00\n' > times.txt
commit 'Leave the harbor five minutes later'
git push --quiet

echo 'Ready. Your clone of the repository is practice/you.'
