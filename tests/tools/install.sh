#!/usr/bin/env bash
# Puts the checkers of tests/tools/package-lock.json into .tools/ (not in git); does nothing when they are there already.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
tools=$home/.tools
mkdir -p "$tools"
cmp -s "$home/tests/tools/package-lock.json" "$tools/installed" && exit 0
cp "$home/tests/tools/package.json" "$home/tests/tools/package-lock.json" "$home/tests/tools/.npmrc" "$tools/"
(cd "$tools" && npm ci --no-audit --no-fund --ignore-scripts)
cp "$tools/package-lock.json" "$tools/installed"
