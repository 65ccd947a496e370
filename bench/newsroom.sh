#!/usr/bin/env bash
# Milliseconds of what is done in the newsroom on a publication of 100,000 articles: pages, searches and acts, one after another over
# HTTP as a browser asks. Makes and imports the articles first where FOLDER has none (some minutes).
#   bench/newsroom.sh [FOLDER [ROUNDS]]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"
. "$home/bench/measure.sh"
work=/tmp/chapar-bench data=${1:-/tmp/chapar-bench/data-100000} rounds=${2:-12}
need python3 python3 && need curl curl || exit 2
mkdir -p "$work"
trap stop_all EXIT
trap 'exit 130' INT TERM
"$home/chapar" --version >/dev/null
if [ ! -e "$data/chapar.db" ]; then
  [ -s "$work/corpus-100000/corpus.wxr.xml" ] || python3 "$home/../shared/lab/gen_corpus.py" --n 100000 --out "$work/corpus-100000" --no-media >/dev/null
  "$home/chapar" import wordpress "$work/corpus-100000/corpus.wxr.xml" --data "$data" >"$work/import-100000.log" 2>&1
fi
link=$("${program[@]}" staff add "bench-$(now_ms)@example.org" --name "Bench $(now_ms)" --role administrator --data "$data" | grep -o 'http[^ ]*/newsroom/link/[^ ]*')
# Nothing of it leaves the house while it is measured, and no site is asked whether it answers.
export CHAPAR_newsroom__holdSeconds=600 CHAPAR_newsroom__askLinks=false
serve "$data" 5975
until_page http://127.0.0.1:5975/newsroom/sign-in "</form>"
sleep 5 # two seconds after its start the program rehearses a sign-in; who comes before that waits a second and more
echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD)"
python3 "$home/bench/newsroom.py" 5975 "/newsroom/link/${link##*/}" "$rounds"
