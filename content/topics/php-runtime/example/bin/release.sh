#!/bin/sh
# release.sh FOLDER VERSION: puts the code into a new folder, switches the link to it, and reloads PHP-FPM.
set -eu
site=$(cd "$1" && pwd) version=$2
project=$(cd "$(dirname "$0")/.." && pwd)

# #region switch
mkdir "$site/releases/$version"
cp -R "$project/public" "$project/src" "$project/vendor" "$site/releases/$version"
echo "<?php return '$version';" >"$site/releases/$version/version.php"
ln -sfn "releases/$version" "$site/next-$version"
mv -T "$site/next-$version" "$site/current" # renames the link, so it's never missing
[ "${RELOAD:-yes}" = no ] || "$project/bin/reload.sh" "$site"
# #endregion switch
