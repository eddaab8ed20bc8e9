#!/bin/sh
# start.sh FOLDER [PORT]: sets up a site in an empty folder as on a server, and starts PHP-FPM and nginx for it.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
[ -f "$project/vendor/autoload.php" ] || { echo "run composer install first" && exit 1; }
mkdir -p "$1"
site=$(cd "$1" && pwd) port=${2:-28080}
fpm=$(command -v php-fpm || command -v "php-fpm$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')" || true)
[ -n "$fpm" ] || { echo "php-fpm is not installed" && exit 1; }
nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || { echo "nginx is not installed" && exit 1; }
mkdir -p "$site/etc" "$site/log" "$site/run" "$site/releases"
chmod 755 "$site"
cp "$project"/deploy/* "$site/etc"
cp /etc/nginx/fastcgi_params "$site/etc"
sed -i.bak "s/28080/$port/; s/28081/$((port + 1))/; s|/srv/museum|$site|" "$site/etc/nginx.conf" "$site/etc/php-fpm.conf"
# Only root can start workers as another user.
[ "$(id -u)" = 0 ] || sed -i.bak -E '/^(user|group|listen\.(owner|group)) /d' "$site/etc/php-fpm.conf" "$site/etc/nginx.conf"
[ -e "$site/current" ] || RELOAD=no "$project/bin/release.sh" "$site" first

"$fpm" --fpm-config "$site/etc/php-fpm.conf" --daemonize
"$nginx" -e "$site/log/nginx.log" -c "$site/etc/nginx.conf" || { "$project/bin/stop.sh" "$site" && exit 1; }
echo "http://127.0.0.1:$port"
