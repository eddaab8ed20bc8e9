# Debian keeps the server's programs outside the PATH.
for folder in /usr/lib/postgresql/*/bin; do PATH="$folder:$PATH"; done
export PGUSER=app PGDATABASE=postgres PGHOST=/tmp
ask() { psql -p "$1" -qAt -v ON_ERROR_STOP=1 -c "$2"; }
