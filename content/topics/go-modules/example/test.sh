#!/bin/sh
# Checks both modules, the two refusals of the page, and the session.
set -eu
cd "$(dirname "$0")"
command -v go > /dev/null || {
  echo 'skipped: go is not installed'
  exit 1
}

unformatted=$(gofmt -l .)
[ -z "$unformatted" ] || {
  echo "not formatted: $unformatted"
  exit 1
}
go vet ./crossword/... ./wordlist/...
go test ./crossword/... ./wordlist/...

# refused MESSAGE COMMAND...: the command has to fail with the message
refused() {
  message=$1
  shift
  if output=$("$@" 2>&1); then
    echo "FAILED: $* should be refused"
    exit 1
  fi
  case $output in
    *"$message"*) echo "ok: $message" ;;
    *)
      echo "FAILED: $output"
      exit 1
      ;;
  esac
}

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r crossword wordlist go.work "$copy"
cat > "$copy/wordlist/steal.go" << 'GO'
package wordlist

import _ "example.com/crossword/internal/grid"
GO
refused 'use of internal package example.com/crossword/internal/grid not allowed' \
  go -C "$copy/wordlist" build
refused 'no required module provides package example.com/wordlist' \
  env GOWORK=off go -C "$copy/crossword" build ./...

sh versions/session.sh > "$copy/session.txt"
diff versions/session.txt "$copy/session.txt"
echo 'ok: the session prints what the page shows'
