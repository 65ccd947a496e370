#!/usr/bin/env bash
# The proof that no reader gets a page from before a change that was acknowledged: readers at full load on all kinds of pages while random
# edits of every kind are made; each answer that began after an edit was acknowledged is compared with a fresh render. Prints the edits by
# kind, the answers compared, the stale ones (exit 1, with the difference), and the pages that were made again for nothing.
#   bench/stale.sh [--edits N] [--minutes N] [--readers N] [--pages N] [--seed N] [--postgres] [MODE...]
# Readers (2 of each process) ask for some pages (8 of all kinds) between two edits.
# Modes, one or several at once:
#   --slow        questions of pages to the database take some milliseconds more, so that edits fall amid renders
#   --cancel      a quarter of the readers leave before they are answered
#   --processes   a second process over the same PostgreSQL is asked too
#   --cut         the same, and the listening connections are ended after every fifth edit
#   --kill        the same, and the second process is killed after every 25th edit and started again
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
tests=$home/tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests
modes='' postgres=''
while [ $# -gt 0 ]; do
  case $1 in
    --edits) export CHAPAR_BENCH_EDITS=${2:?}; shift ;;
    --minutes) export CHAPAR_BENCH_MINUTES=${2:?}; shift ;;
    --readers) export CHAPAR_BENCH_READERS=${2:?}; shift ;;
    --pages) export CHAPAR_BENCH_PAGES=${2:?}; shift ;;
    --seed) export CHAPAR_BENCH_SEED=${2:?}; shift ;;
    --postgres) postgres=1 ;;
    --slow | --cancel) modes+=${1#--}, ;;
    --processes | --cut | --kill) modes+=${1#--}, postgres=1 ;;
    *) sed -n 5,12p "$0" >&2; exit 2 ;;
  esac
  shift
done
[ -x "$tests" ] || dotnet build "$home/Chapar.slnx" -c Release -v quiet -nologo
cluster=''
finish() { [ -z "$cluster" ] || "$home/tests/tools/postgres.sh" stop "$cluster"; }
trap finish EXIT
trap 'exit 130' INT TERM
unset CHAPAR_TEST_POSTGRES_CONNECTION
if [ -n "$postgres" ]; then
  # The path of a socket is short, and another user than root must come to it.
  cluster=$(mktemp -u "${TMPDIR:-/tmp}/chapar-pg-XXXXXX")
  CHAPAR_TEST_POSTGRES_CONNECTION=$("$home/tests/tools/postgres.sh" start "$cluster")
  export CHAPAR_TEST_POSTGRES_CONNECTION
fi
echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD), ${postgres:+PostgreSQL}${postgres:-SQLite}, modes: ${modes:-none}" | sed 's/PostgreSQL1/PostgreSQL/'
CHAPAR_BENCH_MODES=$modes "$tests" -class Chapar.Tests.Pages.StaleBench -explicit only -noLogo -noColor -showLiveOutput
