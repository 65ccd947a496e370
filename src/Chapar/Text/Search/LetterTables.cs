namespace Chapar.Text.Search;

/// <summary>
/// One table for each script, a union of the languages, because names wander between them. The internal alphabet is ASCII: consonants
/// b v p f d t z s j x c k q g h l m n 5 r y (j = ж, x = ш, c = ч, 5 = ң), vowels a 1 o 2 u 3 4 i e (1 = ә, 2 = ө, 3 = ў, 4 = ү).
/// Letters that are read by what stands beside them are in <see cref="Romanisation"/>.
/// </summary>
/// <remarks>After BGN/PCGN, ISO 9:1995, ODNI 2015, ICAO 9303, the Kazakh Latin of 2017 to 2021 and the Uzbek of 1995 to 2026.</remarks>
static class LetterTables
{
    public static readonly LetterTable Cyrillic = new("""
        а a   ә 1   ӓ 1   б b   в v   г g   ғ g   ґ g   д d   ж j   җ j   ҷ j   дж j   дҷ j   з z   ҙ z
        и i   ӣ i   ы i   і i   ї i   й y   к k   қ q|h   ҡ q|h   ҝ k   л l   м m   н n   ң 5   
        о o   ө 2   ӧ 2   п p   р r   с s   ҫ s   т t   тч c   тш c   у u   ў 3   ӯ 3   ұ 3   ү 4   ӱ 4   ф f
        х h   ҳ h   һ h   ӽ h   ц ts   ч c   ҹ j   ӌ j   ш x   щ xc   ъ -   ь -   э e   є e
        """);

    public static readonly LetterTable Latin = new("""
        shch xc   ŝ xc   şç xc   šč xc   sch x|sc|j   tsch c   tch c   dzh j   dsch j   dž j   dj j   zh j   ž j   kh h
        gh g   ğ g   ġ g   ǵ g   ḡ g   ģ g   sh x   ş x   š x   ș x   ch c   č c   ç c|j   ts ts   c ts|j|k   x h|ks
        q q|h   ķ q|h   ḳ q|h   ngh 5   ng 5|ng   ñ 5   ň 5   ŋ 5   ń 5|n   ņ 5|n   ph f   ck k   h h   ḩ h   ḥ h   ẖ h
        b b   d d   đ d   f f   g g   k k   l l   ł l   m m   n n   p p   r r   s s   ß s   t t   þ t   ð d   z z
        a a   ä 1   ə 1   á 1|a   æ 1   o o   ö 2|3   ő 2   ô 2   ɵ 2   ø 2   ó 2|o   ō 3|o   õ 3   ʊ 3
        u u   ŭ 3   ū 3|u   ú 4|u   ü 4   ù 4|u   û yu|u   â ya|1   ë yo|e   e e   ee e|i   oo o|u   ou u|ou   i i   ė e   è e   é e   ê e
        """);

    /// <summary>Short vowels are not written: the check forgives those that are missing. Uyghur has letters for all of them.</summary>
    public static readonly LetterTable Arabic = new("""
        ا a   آ a   أ a   إ a   ع a   ب b   پ p   ت t   ط t   ة a   ث s   س s   ص s   ج j   ژ j   چ c   ح h   خ h   ه h   ە a|e   ھ h   ڭ 5
        د d   ذ z   ز z   ض z   ظ z   ر r   ش x   غ g   گ g   ف f   ق q   ک k   ك k   ل l   م m   ن n   و o|u|v   ؤ o   ی i|y   ي i|y   ى i   ئ i   ء -
        ۇ u   ۆ 2   ۈ 4   ۋ v|u   ې e   ئا a   ئە a|e   ئې e   ئو o   ئۇ u   ئۆ 2   ئۈ 4   ئى i
        """);
}
