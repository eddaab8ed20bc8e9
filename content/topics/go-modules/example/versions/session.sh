#!/bin/sh
# Adds, upgrades, lowers, replaces and removes dependencies in a temporary
# folder, and prints each command with what it printed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here"/*.go "$folder"
cd "$folder"
export GOWORK=off

# Runs a command and leaves out what depends on the cache of modules.
run() {
  echo "\$ $*"
  "$@" 2>&1 | sed -e '/^go: downloading/d' -e 's#^/.*/golang.org#golang.org#'
}

go mod init example.com/sheet 2> /dev/null
go mod edit -go=1.26.0

echo '# #region add'
run go get golang.org/x/image@v0.46.0
run go get golang.org/x/net@v0.62.0
run go mod tidy
run cat go.mod
run go list -m golang.org/x/text
run go mod why -m golang.org/x/text
echo '# #endregion add'
echo '# #region remove'
run rm encoding.go
run go get golang.org/x/net@none
run go mod tidy
run go list -m golang.org/x/text
echo '# #endregion remove'
echo '# #region lower'
run go get golang.org/x/text@v0.42.0
run go get golang.org/x/image@v0.47.0
run go get golang.org/x/text@v0.42.0
echo '# #endregion lower'
echo '# #region replace'
run go mod edit -replace=golang.org/x/text=../text
run go build
run go mod edit -dropreplace=golang.org/x/text
run go mod tidy
run go run .
echo '# #endregion replace'
