#!/usr/bin/env bash
# The static edition beside Hugo on one machine, in one run; see bench/README.md.
#   bench/edition.sh [--articles 2000,10000] [--rounds 3]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"

sizes=2000,10000 rounds=3
while [ $# -gt 0 ]; do
  case "$1" in
    --articles) sizes=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    *) sed -n 3p "$0" >&2; exit 2 ;;
  esac
done
lab=$home/../shared/lab
[ -f "$lab/gen_corpus.py" ] || { echo "bench: $lab/gen_corpus.py is missing; it makes the corpus." >&2; exit 2; }
for tool in python3:python3 hugo:hugo /usr/bin/time:time; do need "${tool%:*}" "${tool#*:}" || exit 2; done

work=/tmp/chapar-bench
mkdir -p "$work"
# What was written before is gone long before anything is timed, and between two rounds it is put aside: for a minute after thousands of files
# were removed, ext4 looks for others' places in their stead, which takes a system three times the CPU.
rm -rf "$work"/out-*
"$home/chapar" --help >/dev/null

# timed NAME COMMAND...: "seconds CPU-seconds peak-MB" in $work/NAME; the peak is of the largest process (VmHWM)
timed() {
  local name=$1 status=0
  shift
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" >"$work/$name.log" 2>&1 || status=$?
  [ "$status" -le 1 ] || { cat "$work/$name.log" >&2; exit 1; }
  awk '{ printf "%s %.2f %d\n", $1, $2 + $3, $4 / 1024 }' < <(tail -n 1 "$work/time") >>"$work/$name"
}
median() { sort -n "$work/$1" | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }

echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD), $(hugo version | cut -c1-20)"
for n in ${sizes//,/ }; do
  corpus=$work/corpus-$n data=$work/edition-data-$n site=$work/hugo-$n
  [ -s "$corpus/corpus.wxr.xml" ] || python3 "$lab/gen_corpus.py" --n "$n" --out "$corpus" --no-media >/dev/null
  rm -rf "$data" "$site" "$work"/{chapar,hugo}-{all,edit}-"$n"
  "$home/chapar" import wordpress "$corpus/corpus.wxr.xml" --data "$data" >"$work/import-$n.log" 2>&1 || true
  python3 "$lab/md_content.py" "$corpus" "$site/content/posts"
  cp -r "$lab/hugo/layouts" "$lab/hugo/config.toml" "$site/"
  mkdir -p "$site/data" "$site/static"
  python3 -c 'import json,sys; json.dump({a["slug"]: a for a in json.load(open(sys.argv[1]))}, open(sys.argv[2], "w"))' "$corpus/authors.json" "$site/data/authors.json"
  # All of it from nothing, in turn.
  for _ in $(seq "$rounds"); do
    for out in hugo chapar; do [ ! -e "$work/out-$out" ] || mv "$work/out-$out" "$(mktemp -d "$work/out-XXXXXX")"; done
    timed "hugo-all-$n" hugo --source "$site" --destination "$work/out-hugo" --quiet
    timed "chapar-all-$n" "$home/chapar" export site "$work/out-chapar" --data "$data"
  done
  # One article edited, here by importing the corpus again with one sentence more.
  cp "$corpus/corpus.wxr.xml" "$work/edited.xml"
  for round in $(seq "$rounds"); do
    echo "Edited $round." >>"$(find "$site/content/posts" -name '*.md' | sort | head -n 1)"
    timed "hugo-edit-$n" hugo --source "$site" --destination "$work/out-hugo" --quiet
    python3 -c 'import sys; f = sys.argv[1]; s = open(f, encoding="utf-8").read(); i = s.rindex("<p>"); open(f, "w", encoding="utf-8").write(s[:i + 3] + "Edited. " + s[i + 3:])' "$work/edited.xml"
    "$home/chapar" import wordpress "$work/edited.xml" --data "$data" >"$work/import-$n.log" 2>&1 || true
    timed "chapar-edit-$n" "$home/chapar" export site "$work/out-chapar" --data "$data"
  done
  for what in all edit; do
    read -r hs hc hm < <(median "hugo-$what-$n")
    read -r cs cc cm < <(median "chapar-$what-$n")
    awk -v n="$n" -v what="$what" -v hs="$hs" -v hc="$hc" -v hm="$hm" -v cs="$cs" -v cc="$cc" -v cm="$cm" \
      'BEGIN { printf "%6d articles, %-4s  hugo %6.2f s %6.2f s CPU %5d MB   chapar %6.2f s %6.2f s CPU %5d MB   ratio %.2f\n", n, what, hs, hc, hm, cs, cc, cm, cs / hs }'
  done
  tail -n 1 "$work/chapar-all-$n.log"; tail -n 1 "$work/chapar-edit-$n.log"
done
