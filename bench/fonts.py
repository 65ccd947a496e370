#!/usr/bin/python3
"""Which letters of the seven languages a font lacks. Called by fonts.sh."""
import sys
from fontTools.ttLib import TTFont

LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "kk-Latn": "aäbdefgğhıijklmnñoöpqrsştuūüvyz" + "ħèçïĭŝʼʻ",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "uz": "abcdefghijklmnopqrstuvxyzʻʼ",
    "uz-Cyrl": "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
}
SIGNS = "«»„“”‘’—–…№0123456789\u00a0"

def capital(letter, language):
    return {"i": "İ", "ı": "I"}.get(letter, letter.upper()) if language == "kk-Latn" else letter.upper()

for path in sys.argv[1:]:
    font = TTFont(path, fontNumber=0, lazy=True)
    there = font.getBestCmap()
    lacks = {}
    for language, letters in LETTERS.items():
        wanted = set(letters) | {capital(l, language) for l in letters}
        if missing := sorted(l for l in wanted if len(l) == 1 and ord(l) not in there):
            lacks[language] = "".join(missing)
    if missing := "".join(s for s in SIGNS if ord(s) not in there):
        lacks["signs"] = missing
    print(f"{path.rsplit('/', 1)[-1]:38}", "all" if not lacks else "; ".join(f"{l} lacks {m}" for l, m in lacks.items()))
