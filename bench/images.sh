#!/usr/bin/env bash
# What a photo of 12 megapixels becomes and costs: CPU seconds, bytes of each width and format; see bench/README.md.
#   bench/images.sh [FILE...]      own photos instead of the two that are drawn
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$home/tests/tools/needs.sh"

work=/tmp/chapar-bench
mkdir -p "$work"
if [ $# -eq 0 ]; then
  need convert imagemagick || exit 2
  # One with soft slopes and a little grain, as most photos are; one in which every part is unlike its neighbour.
  [ -s "$work/calm.jpg" ] || convert -seed 1 -size 800x600 plasma:fractal -resize 500% -attenuate .15 +noise Gaussian -quality 92 "$work/calm.jpg"
  [ -s "$work/busy.jpg" ] || convert -seed 2 -size 800x600 xc:gray50 -attenuate 2 +noise Gaussian -scale 500% -quality 92 "$work/busy.jpg"
  set -- "$work/calm.jpg" "$work/busy.jpg"
fi
"$home/chapar" --help >/dev/null
echo "# $(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(git -C "$home" rev-parse --short HEAD)"
for file in "$@"; do "$home/chapar" pictures try "$file"; done
