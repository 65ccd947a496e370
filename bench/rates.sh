#!/usr/bin/env bash
# Thirty years of sixty currencies of seven sources, a document a day: size of the database, seconds to fill it, milliseconds of its
# queries. Builds the tests when they are not built; leaves the filled database in FOLDER and measures it again when it is there.
#   bench/rates.sh [FOLDER [WORDS]]     with words, only what has them in its name: "the page /rates"
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-/tmp/chapar-bench/rates}
tests=tests/Chapar.Tests/bin/Release/net10.0/Chapar.Tests
[ -x "$tests" ] || dotnet build tests/Chapar.Tests -c Release -v quiet -nologo
mkdir -p "$folder"
CHAPAR_BENCH_FOLDER=$folder CHAPAR_BENCH_ONLY=${2:-} "$tests" -class Chapar.Tests.Rates.RatesBench -explicit only -noLogo -showLiveOutput
