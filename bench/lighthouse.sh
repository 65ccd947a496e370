#!/usr/bin/env bash
# Lighthouse scores of each kind of page of the demo, on a simulated phone.
#   bench/lighthouse.sh                  starts the demo on a port of its own
#   bench/lighthouse.sh URL...           these pages of a site that runs already
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"
need curl curl && need chromium chromium || exit 2

work=/tmp/chapar-bench
tools=$home/.tools/bench
mkdir -p "$work" "$tools"
# A measuring tool, not a gate: its version is pinned, its own dependencies are not.
[ -d "$tools/node_modules/lighthouse" ] || npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts lighthouse@12.8.2 >/dev/null

server=
trap '[ -z "$server" ] || { kill -TERM $server; wait $server || true; }' EXIT
pages=("$@")
if [ ${#pages[@]} = 0 ]; then
  site=http://localhost:5975 data=$work/lighthouse-data
  rm -rf "$data"
  "$home/chapar" demo --data "$data"
  "$home/chapar" serve --data "$data" --urls "$site" >"$work/lighthouse.log" 2>&1 &
  server=$!
  curl -s -o /dev/null --retry 100 --retry-delay 1 --retry-connrefused "$site/"
  link() { curl -s "$site$1" | grep -oE "href=\"?$2[^\" >]*" | head -n 1 | sed -E 's/href="?//'; } # the first link on page $1 that begins with $2
  article=$(link / '/20[0-9]{2}/')
  for path in / "$article" "$(link "$article" /places/)" "$(link "$article" /topics/)" "$(link "$article" /authors/)" \
    "/search?q=water" /rates /corrections /about /ru; do
    [ -z "$path" ] || pages+=("$site$path")
  done
fi

printf '%-60s %5s %5s %5s %5s\n' page perf a11y best seo
for page in "${pages[@]}"; do
  CHROME_PATH=$(command -v chromium) timeout 180 node "$tools/node_modules/lighthouse/cli/index.js" "$page" --quiet --output=json --output-path="$work/lighthouse.json" \
    --chrome-flags="--headless=new --no-sandbox --disable-gpu" --only-categories=performance,accessibility,best-practices,seo >/dev/null 2>"$work/lighthouse.err" ||
    { printf '%-60s failed: %s\n' "$page" "$(tail -n 1 "$work/lighthouse.err")"; continue; }
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[2]));
    const scores = ["performance", "accessibility", "best-practices", "seo"].map(c => Math.round(report.categories[c].score * 100));
    console.log(process.argv[1].padEnd(60), ...scores.map(s => String(s).padStart(5)));
    for (const audit of Object.values(report.audits))
      if (audit.score !== null && audit.score < 0.9 && ["binary", "numeric"].includes(audit.scoreDisplayMode)) console.log("    " + audit.id + ": " + audit.title + (audit.displayValue ? " (" + audit.displayValue + ")" : ""));
  ' "$page" "$work/lighthouse.json"
done
