#!/usr/bin/env bash
# How good suggested articles are, by what the editors of real sites (../shared/imports) linked and filed together; then how soon they are
# fresh on a publication of N articles: from the press of "publish" to the story's own page and to those of its neighbours.
#   bench/suggest.sh [--articles 20000] [--data FOLDER] [--rounds 5] [--only quality|speed]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"
. "$home/bench/measure.sh"
articles=20000 data= rounds=5 only=
while [ $# -gt 0 ]; do
  case $1 in
    --articles) articles=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --only) only=$2; shift 2 ;;
    *) sed -n 4p "$0" >&2; exit 2 ;;
  esac
done
if [ "$only" != speed ]; then
  [ -d "$home/../shared/imports" ] || { echo "../shared/imports is not there: put the exports of real sites beside the repository" >&2; exit 1; }
  dotnet build "$home/tests/Chapar.Tests" -c Release -v quiet -nologo >&2
  CHAPAR_BENCH_SUGGEST=1 "$home/tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests" -class "*SuggestScoreTests" -noLogo -noColor | grep -vE "^ +(Discover|Start|Finish)|^$|===|Total:"
fi
[ "$only" != quality ] || exit 0

work=/tmp/chapar-bench
data=${data:-$work/data-$articles}
need python3 python3 && need curl curl || exit 2
mkdir -p "$work"
trap stop_all EXIT
trap 'exit 130' INT TERM
"$home/chapar" --version >/dev/null
if [ ! -e "$data/chapar.db" ]; then
  corpus=$work/corpus-$articles
  [ -s "$corpus/corpus.wxr.xml" ] || python3 "$home/../shared/lab/gen_corpus.py" --n "$articles" --out "$corpus" --no-media >/dev/null
  begin=$(now_ms)
  "${program[@]}" import wordpress "$corpus/corpus.wxr.xml" --data "$data" >"$work/import-suggest.log" 2>&1
  echo "import of $articles articles: $(($(now_ms) - begin)) ms"
fi
link=$("${program[@]}" staff add "bench-$(now_ms)@example.org" --name "Bench $(now_ms)" --role administrator --data "$data" | grep -o 'http[^ ]*/newsroom/link/[^ ]*')
export CHAPAR_newsroom__holdSeconds=0 CHAPAR_newsroom__askLinks=false
serve "$data" 5976
until_page http://127.0.0.1:5976/newsroom/sign-in "</form>"
echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD), $data"
python3 "$home/bench/suggest.py" 5976 "/newsroom/link/${link##*/}" "$rounds" "$pid"
