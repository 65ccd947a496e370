#!/usr/bin/env bash
# A throw-away PostgreSQL cluster on a unix socket, no TCP port:
#   postgres.sh start DIR    makes it in DIR (must not exist) and prints a connection string
#   postgres.sh stop DIR     stops it and removes DIR
set -euo pipefail
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)")
[ "$bin" != . ] || { echo "PostgreSQL is missing: install it with 'apt-get install postgresql' as root." >&2; exit 1; }
dir=${2:?DIR is missing}

as_owner() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

case "${1:-}" in
  start)
    mkdir -m 755 "$dir"
    dir=$(readlink -f "$dir")
    [ "$(id -u)" = 0 ] && chown postgres "$dir"
    as_owner "$bin/initdb" -D "$dir/cluster" -U chapar -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir.log" 2>&1 || { cat "$dir.log" >&2; exit 1; }
    # What is thrown away need not survive a power cut.
    as_owner "$bin/pg_ctl" -D "$dir/cluster" -l "$dir/cluster/server.log" -w \
      -o "-k '$dir' -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=400" start >>"$dir.log" 2>&1 ||
      { cat "$dir.log" >&2; exit 1; }
    echo "Host=$dir;Username=chapar;Database=postgres"
    ;;
  stop)
    as_owner "$bin/pg_ctl" -D "$dir/cluster" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$dir" "$dir.log"
    ;;
  *) sed -n 2,4p "$0" >&2; exit 2 ;;
esac
