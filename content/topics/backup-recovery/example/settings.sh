# Debian keeps the server's programs outside the PATH.
for folder in /usr/lib/postgresql/*/bin; do PATH="$folder:$PATH"; done
live='psql -h /tmp -p 5410 -U app -d postgres -v ON_ERROR_STOP=1'
restored='psql -h /tmp -p 5411 -U app -d postgres -v ON_ERROR_STOP=1'
