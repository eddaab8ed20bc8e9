#!/bin/sh
# reload.sh FOLDER: checks the configuration, then lets PHP-FPM finish its requests and start again.
set -eu
fpm=$(command -v php-fpm || command -v "php-fpm$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')")
# #region reload
"$fpm" --test --fpm-config "$1/etc/php-fpm.conf" # with a broken one, FPM would end
kill -USR2 "$(cat "$1/run/fpm.pid")"
# #endregion reload
