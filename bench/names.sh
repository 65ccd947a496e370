#!/usr/bin/env bash
# How many spellings of one name the folding brings together, and how many names that are not one, over the pairs of ../shared/language:
# prints the table of the study, the pairs that are confused, the renamings that met, and with --missed also what did not meet.
#   bench/names.sh [--missed]
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
hidden='|^missed '
while [ $# -gt 0 ]; do
  case $1 in
    --missed) hidden='' ;;
    *) sed -n 4p "$0" >&2; exit 2 ;;
  esac
  shift
done
[ -d "$home/../shared/language" ] || { echo "../shared/language is not there: put the pairs of the study beside the repository" >&2; exit 1; }
dotnet build "$home/tests/Chapar.Tests" -c Release -v quiet -nologo >&2
CHAPAR_BENCH_NAMES=1 "$home/tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests" -class "*NameScoreTests" -noLogo -noColor |
  grep -vE "^ +(Discover|Start|Finish)$hidden"
