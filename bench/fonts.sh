#!/bin/bash
# Which letters of the seven languages, in both scripts, the faces lack that our stylesheets name, in each weight. Needs the network: it fetches
# the faces from Debian, unpacks them beside, and installs nothing but python3-fonttools if that is missing.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -c 'import fontTools' 2>/dev/null || { echo "python3-fonttools is missing: apt-get install python3-fonttools"; exit 2; }
cd "$work"
apt-get download fonts-noto-core fonts-paratype fonts-dejavu-core fonts-sil-charis fonts-roboto-unhinted >/dev/null 2>&1 || { echo "the faces could not be fetched from Debian"; exit 2; }
for package in *.deb; do dpkg -x "$package" faces; done
find faces -name '*.ttf' | grep -E '/(Noto(Serif|Sans)-(Regular|Italic|SemiBold|Bold|Black)|PT[FS](55|56|75|76)F|DejaVuS(erif|ans)(-Bold)?|CharisSIL-[A-Za-z]+|Roboto-(Regular|Medium|Bold|Italic))\.ttf$' | sort | xargs /usr/bin/python3 "$here/fonts.py"
