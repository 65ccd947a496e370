#!/usr/bin/env bash
# How many spellings of one name are brought together, and how many names that are not one, over the pairs of ../shared/language. Two scores: of
# the folding alone, with the pairs that are confused and the renamings that met; and of the whole search with the starting list of names,
# recall and precision at 10 over an index of one article a spelling. With --missed also what was not found, and what was besides.
#   bench/names.sh [--missed]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
hidden='|^missed |^strange '
while [ $# -gt 0 ]; do
  case $1 in
    --missed) hidden='' ;;
    *) sed -n 5p "$0" >&2; exit 2 ;;
  esac
  shift
done
[ -d "$home/../shared/language" ] || { echo "../shared/language is not there: put the pairs of the study beside the repository" >&2; exit 1; }
dotnet build "$home/tests/Chapar.Tests" -c Release -v quiet -nologo >&2
CHAPAR_BENCH_NAMES=1 "$home/tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests" -class "*NameScoreTests" -class "*NameSearchScoreTests" -noLogo -noColor |
  grep -vE "^ +(Discover|Start|Finish)$hidden"
