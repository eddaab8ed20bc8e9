# Debian keeps the server's programs outside the PATH.
for folder in /usr/lib/postgresql/*/bin; do PATH="$folder:$PATH"; done
live='psql -h /tmp -p 5410 -U app -d postgres -v ON_ERROR_STOP=1'
restored='psql -h /tmp -p 5411 -U app -d postgres -v ON_ERROR_STOP=1'

# Waits until the restored server gives an answer, or has ended.
wait_for() {
  until [ "$($restored -qAt -c "$1" 2> /dev/null)" = "$2" ]; do
    pg_ctl -D copy status > /dev/null || {
      tail -n 5 copy/server.log
      exit 1
    }
    sleep 1
  done
}
