namespace Chapar.Text.Search;

/// <summary>
/// The suffixes of Kazakh, Kyrgyz, Uzbek, Turkmen and Tajik. In the lists, A is each wide vowel of the harmony and I each narrow one
/// ("лAр" is лар and лер).
/// </summary>
static class Suffixes
{
    public static readonly SuffixStem Kazakh = new(
        "аәеиіоөуұүыэюяё",
        [
            Layer(SuffixKind.Particle, "мIн бIн пIн сIң мIз бIз пIз сIз", "ае", "ыі"),
            Layer(SuffixKind.Case, "нIң дIң тIң нI дI тI ға қа ке ге нA дA тA ндA дAн тAн нAн мен бен пен дағы дегі тағы тегі", "ае", "ыі"),
            Layer(SuffixKind.Possessive, "Iм м Iң ң I сI IмIз мIз IңIз ңIз", "ае", "ыі"),
            Layer(SuffixKind.Plural, "лAр дAр тAр", "ае", "ыі"),
        ],
        3, ["бп", "гк", "ғк", "қк"], dropsVowel: false);

    public static readonly SuffixStem KazakhLatin = new(
        "aäeiıïoöuūüy",
        [
            Layer(SuffixKind.Particle, "mIn bIn pIn sIñ mIz bIz pIz sIz", "ae", "yi"),
            Layer(SuffixKind.Case, "nIñ dIñ tIñ nI dI tI ğa qa ke ge nA dA tA ndA dAn tAn nAn men ben pen dağy degi tağy tegi", "ae", "yi"),
            Layer(SuffixKind.Possessive, "Im m Iñ ñ I sI ImIz mIz IñIz ñIz", "ae", "yi"),
            Layer(SuffixKind.Plural, "lAr dAr tAr", "ae", "yi"),
        ],
        3, ["bp", "gk", "ğk", "qk"], dropsVowel: false);

    public static readonly SuffixStem Kyrgyz = new(
        "аеиоөуүыэюяё",
        [
            Layer(SuffixKind.Particle, "мIн сIң бIз сIз", "аеоө", "ыиуү"),
            Layer(SuffixKind.Case, "нIн дIн тIн нI дI тI гA кA нA дA тA ндA дAн тAн нAн дAгI тAгI", "аеоө", "ыиуү"),
            Layer(SuffixKind.Possessive, "Iм м Iң ң I сI IбIз бIз IңIз ңIз", "аеоө", "ыиуү"),
            Layer(SuffixKind.Plural, "лAр дAр тAр", "аеоө", "ыиуү"),
        ],
        3, ["бп", "гк"], dropsVowel: false);

    public static readonly SuffixStem Uzbek = new(
        "aeiouʊ",
        [
            Layer(SuffixKind.Particle, "mi chi ku"),
            Layer(SuffixKind.Case, "ning ni ga ka qa da dan dagi gacha dek day"),
            Layer(SuffixKind.Possessive, "im m ing ng i si imiz miz ingiz ngiz lari"),
            Layer(SuffixKind.Plural, "lar"),
        ],
        3, ["bp", "gk", "ğk", "qk"], dropsVowel: false);

    public static readonly SuffixStem UzbekCyrillic = new(
        "аеёиоуўэюя",
        [
            Layer(SuffixKind.Particle, "ми чи ку"),
            Layer(SuffixKind.Case, "нинг ни га ка қа да дан даги гача дек дай"),
            Layer(SuffixKind.Possessive, "им м инг нг и си имиз миз ингиз нгиз лари"),
            Layer(SuffixKind.Plural, "лар"),
        ],
        3, ["бп", "гк", "ғк", "қк"], dropsVowel: false);

    public static readonly SuffixStem Turkmen = new(
        "aäeiouöüy",
        [
            Layer(SuffixKind.Case, "Iň nIň nI I A nA dA ndA dAn ndAn daky däki", "ae", "yiuü"),
            Layer(SuffixKind.Possessive, "Im m Iň ň I sI ImIz mIz IňIz ňIz", "ae", "yiuü"),
            Layer(SuffixKind.Plural, "lAr", "ae", "yiuü"),
        ],
        3, ["bp", "gk", "jç", "dt"], dropsVowel: true);

    public static readonly SuffixStem Tajik = new(
        "аеёиӣоуӯэюя",
        [
            Layer(SuffixKind.Case, "ро"),
            Layer(SuffixKind.Possessive, "ам ат аш амон атон ашон ям ят яш ямон ятон яшон"),
            Layer(SuffixKind.Ezafe, "и"),
            Layer(SuffixKind.Plural, "ҳо он гон ён вон"),
        ],
        4, [], dropsVowel: false);

    static SuffixLayer Layer(SuffixKind kind, string suffixes, string wide = "", string narrow = "") =>
        new(kind, [.. suffixes.Split(' ').SelectMany(suffix => Harmonies(suffix, wide, narrow)).Distinct().OrderByDescending(suffix => suffix.Length)]);

    static IEnumerable<string> Harmonies(string suffix, string wide, string narrow)
    {
        var at = suffix.AsSpan().IndexOfAny('A', 'I');
        if (at < 0) return [suffix];
        return (suffix[at] == 'A' ? wide : narrow).SelectMany(vowel => Harmonies(suffix[..at] + vowel + suffix[(at + 1)..], wide, narrow));
    }
}
