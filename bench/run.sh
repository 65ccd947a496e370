#!/usr/bin/env bash
# Measures the program beside nginx on one machine; see bench/README.md.
#   bench/run.sh [--articles 2000,10000] [--start N] [--seconds 5] [--rounds 3]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"
. "$home/bench/measure.sh"

corpora=2000,10000 start=0 seconds=5 rounds=3
while [ $# -gt 0 ]; do
  case "$1" in
    --articles) corpora=$2; shift 2 ;;
    --start) start=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    *) sed -n 3p "$0" >&2; exit 2 ;;
  esac
done
generator=$home/../shared/lab/gen_corpus.py
[ -f "$generator" ] || { echo "bench: $generator is missing; it makes the corpus." >&2; exit 2; }
brotli=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
for tool in python3:python3 curl:curl wrk:wrk nginx:nginx-light $brotli:libnginx-mod-http-brotli-static /usr/bin/time:time; do
  need "${tool%:*}" "${tool#*:}" || exit 2
done

work=/tmp/chapar-bench
mkdir -p "$work"
trap stop_all EXIT
trap 'exit 130' INT TERM
"$home/chapar" --version >/dev/null 2>&1 || "$home/chapar" --help >/dev/null
echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD)"

# ---- corpora and import
IFS=, read -ra sizes <<<"$corpora"
[ "$start" = 0 ] || sizes+=("$start")
for n in "${sizes[@]}"; do
  corpus=$work/corpus-$n data=$work/data-$n
  [ -s "$corpus/corpus.wxr.xml" ] || python3 "$generator" --n "$n" --out "$corpus" --no-media >/dev/null
  rm -rf "$data"
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$home/chapar" import wordpress "$corpus/corpus.wxr.xml" --data "$data" >"$work/import-$n.log" 2>&1 || true
  read -r elapsed user system peak < <(tail -n 1 "$work/time")
  echo "import of $n articles ($(du -m "$corpus/corpus.wxr.xml" | cut -f1) MB): $elapsed s ($user + $system s CPU), peak $((peak / 1024)) MB resident, database $(du -sm "$data" | cut -f1) MB"
  grep -iE "article" "$work/import-$n.log" | head -n 3 | sed 's/^/  /' || true
done

# ---- start-up: from the start of the process to a whole, correct article page
for n in "${sizes[@]}"; do
  path=$(article_path "$work/corpus-$n" 3)
  figures=()
  for _ in 1 2 3; do
    begin=$(now_ms)
    serve "$work/data-$n" 5971
    until_page "http://127.0.0.1:5971$path" "</article>"
    figures+=("$(($(now_ms) - begin))")
    burnt=$(($(cpu "$pid") * 1000 / ticks))
    first=$(resident "$pid")
    # Some load, so that the figure is of a program at work.
    head -n 400 "$work/corpus-$n/slugs.txt" | sed 's|.*|url = "http://127.0.0.1:5971/&/"|' | curl -s -L -K - -o /dev/null --parallel --parallel-max 4 >/dev/null 2>&1 || true
    loaded=$(resident "$pid")
    stop "$pid"
  done
  echo "start with $n articles: first page after $(median "${figures[@]}") ms (${figures[*]}; $burnt ms CPU), resident $first MB, after 400 pages $loaded MB"
done

# ---- kept and uncached article page beside nginx
for n in "${sizes[@]}"; do
  [ "$n" = "$start" ] && continue
  path=$(article_path "$work/corpus-$n" 3)
  serve "$work/data-$n" 5971; kept=$pid
  CHAPAR_pages__keep=false serve "$work/data-$n" 5972; fresh=$pid
  until_page "http://127.0.0.1:5971$path" "</article>"
  until_page "http://127.0.0.1:5972$path" "</article>"
  path=$(curl -s -o /dev/null -L -w '%{url_effective}' "http://127.0.0.1:5971$path" | sed 's|^http://[^/]*||')
  settle "http://127.0.0.1:5971$path"
  site=$work/site; rm -rf "$site"; mkdir -p "$site"
  curl -s "http://127.0.0.1:5971$path" -o "$site/article.html"
  curl -s -H 'Accept-Encoding: br' "http://127.0.0.1:5971$path" -o "$site/article.html.br"
  curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:5971$path" -o "$site/article.html.gz"
  nginx_on 5973 "$site"; files=$pid
  echo "article page of the corpus of $n: $(stat -c %s "$site/article.html") bytes, gzip $(stat -c %s "$site/article.html.gz"), brotli $(stat -c %s "$site/article.html.br")"

  # Every article in the form of address that the site gives to one of them.
  slug=$(sed -n 3p "$work/corpus-$n/slugs.txt")
  sed "s|.*|${path%%"$slug"*}&${path#*"$slug"}|" "$work/corpus-$n/slugs.txt" >"$work/paths"
  for encoding in br gzip; do
    compare "$encoding" "kept page" "$kept" "http://127.0.0.1:5971$path" "nginx, same file" "$files" "http://127.0.0.1:5973/article.html"
  done
  # Fewer at once: an uncached page is work, and 64 of it would only wait for each other.
  CONNECTIONS=8 compare br "uncached page" "$fresh" "http://127.0.0.1:5972$path" "kept page" "$kept" "http://127.0.0.1:5971$path"
  read -r each burnt errors _ < <(CONNECTIONS=8 PATHS=$work/paths load br "$fresh" "http://127.0.0.1:5972/")
  echo "      uncached, each article in turn: $each requests/s, $burnt us CPU, $errors errors"
  echo "resident after load: kept $(resident "$kept") MB, uncached $(resident "$fresh") MB"
  stop_all
done
