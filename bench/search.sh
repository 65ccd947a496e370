#!/usr/bin/env bash
# Times search over many articles: p50 and p99 of a mix of queries by the library and by HTTP, and making the index anew.
#   bench/search.sh [--articles 100000] [--rebuild]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/bench/measure.sh"

n=100000 rebuild=
while [ $# -gt 0 ]; do
  case "$1" in
    --articles) n=$2; shift 2 ;;
    --rebuild) rebuild=1; shift ;;
    *) sed -n 3p "$0" >&2; exit 2 ;;
  esac
done
work=/tmp/chapar-bench
corpus=$work/corpus-$n data=$work/data-$n
trap stop_all EXIT
trap 'exit 130' INT TERM
"$home/chapar" --version >/dev/null
if [ ! -s "$data/chapar.db" ]; then
  generator=$home/../shared/lab/gen_corpus.py
  [ -f "$generator" ] || { echo "bench: $generator is missing; it makes the corpus." >&2; exit 2; }
  [ -s "$corpus/corpus.wxr.xml" ] || python3 "$generator" --n "$n" --out "$corpus" --no-media >/dev/null
  "$home/chapar" import wordpress "$corpus/corpus.wxr.xml" --data "$data" >/dev/null || true
fi
[ -z "$rebuild" ] || "$home/chapar" search rebuild --data "$data"

# Names in several scripts (the corpus has Latin ones), two words, phrases, words of half of all articles, beginnings, nothing found.
python3 - "$corpus" "$data/queries.tsv" <<'PYTHON'
import json, random, re, sys
rows = []
with open(sys.argv[1] + "/corpus.jsonl") as lines:
    for i, line in zip(range(400), lines):
        rows.append(json.loads(line))
rare = open(sys.argv[1] + "/search_words.txt").read().split()
random.seed(1)
texts = [re.sub("<[^>]+>", " ", r["html"]).split() for r in rows]
phrases = [" ".join(t[k:k + 3]) for t in texts[:12] for k in [20]]
titles = [re.findall(r"\w+", r["title"]) for r in rows]
mix = {
    "name": ["Fonseca", "Фонсека", "Otieno", "Отиено", "Solberg", "Сольберг", "Joana Kamau", "Жоана Камау", "Viktor Undheim", "Tokayev"],
    "one word": rare[:12],
    "two words": [" ".join(random.sample(rare, 2)) for _ in range(12)],
    "headline": [" ".join(t[:3]) for t in titles[:12]],
    "phrase": ['"%s"' % re.sub(r"[^\w ]", "", p) for p in phrases],
    "frequent": ["people", "the people", "because", "first time", "over the years", "just", '"of the"'],
    "excluded": [r + " -" + random.choice(rare) for r in rare[:8]],
    "beginning": [w[:4] for w in rare[:12]],
    "nothing": ["xqzwvut", "Джюлькмань", "zzyzx foo", "Mirziyoyevv"],
    "facets": ["people", "Fonseca"] + rare[:6],
    "completion": ["fo", "fon", "ota", "the p", "kam", "ast", "нур-с", "t"] + [w[:3] for w in rare[:8]],
}
with open(sys.argv[2], "w") as out:
    for kind, queries in mix.items():
        for query in queries:
            out.write(f"{kind}\t{query}\n")
PYTHON
dotnet build "$home/tests/Chapar.Tests" -c Release -v quiet -nologo >&2
CHAPAR_BENCH_SEARCH=$data "$home/tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests" -class "*SearchSpeedTests" -noLogo -noColor | grep ^search

serve "$data" 5975
until_page "http://127.0.0.1:5975/search?q=people" "</main>"
python3 - "$data/queries.tsv" <<'PYTHON'
import http.client, sys, time, urllib.parse
queries = [l.rstrip("\n").split("\t")[1] for l in open(sys.argv[1]) if not l.startswith("completion")]
site = http.client.HTTPConnection("127.0.0.1", 5975, timeout=20)
times = []
for round in range(12):
    for query in queries:
        began = time.perf_counter()
        site.request("GET", "/search?q=" + urllib.parse.quote_plus(query))
        answer = site.getresponse()
        answer.read()
        if answer.status != 200: sys.exit(f"search for {query} answered {answer.status}")
        if round >= 2: times.append((time.perf_counter() - began) * 1000)
times.sort()
print(f"by HTTP: p50 {times[len(times) // 2]:.1f} ms   p99 {times[len(times) * 99 // 100]:.1f} ms   worst {times[-1]:.1f} ms, {len(times)} requests")
PYTHON
