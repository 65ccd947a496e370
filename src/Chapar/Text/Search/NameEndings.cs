using System.Collections.Frozen;

namespace Chapar.Text.Search;

/// <summary>
/// The endings that a name takes in a sentence. After -ov, -ev and the like they are cut for good, for nothing else ends so: Токаева,
/// Токаевтың and Karimovning give the surname. From other names they are cut only beside the full form: Almaty must not lose its -ty.
/// </summary>
static class NameEndings
{
    // Russian, Kazakh, Kyrgyz, Uzbek and Tajik in Cyrillic; the last line after the -а of women.
    static readonly FrozenSet<string> AfterCyrillicSurname = Set("""
        а у ым ом е ой ы ых ыми ого ому
        тың тің дың дің ның қа ға ке ге ты ті ды ді ны тан дан тен ден та те да де мен бен пен
        дын дин дун дүн ди го гө до дө дон дөн ду дү нинг га ни и ро
        аның аға адан амен ада аны анын ага анинг ани аро аи
        """);

    static readonly FrozenSet<string> AfterLatinSurname = Set("a oy ning ga ni da dan yň nyň s qa ğa ty tyñ dyñ aning aga ani ada adan anyň any anyñ ağa amen");

    /// <summary>Letters of a surname in -in: Ирина is none, and Марины is hers.</summary>
    const int ShortestWithIn = 6;

    // Of Головкин and Рыбакина.
    static readonly FrozenSet<string> AfterIn = Set("а ы у е ой ым");

    // Turkmen, whose vowels follow the e.
    static readonly FrozenSet<string> AfterTurkmenEw = Set("iň niň e i de den");

    /// <summary>The word without what follows the -ov of a surname; any other word as it is.</summary>
    public static string Cut(string letters)
    {
        // The last place at which -ov can stand so that at least one letter stands before it and something after it.
        for (int at = letters.Length - 3; at >= 1; at--)
        {
            var ending = letters.AsSpan(at, 2);
            var cyrillic = letters[at + 1] is 'в' or 'н';
            if (cyrillic ? ending is "ов" or "ев" or "ёв" : ending is "ov" or "ev" or "ow" or "ew")
                return Without(letters, at + 2, cyrillic);
            if (cyrillic && ending is "ин" && at + 2 >= ShortestWithIn && AfterIn.Contains(letters[(at + 2)..])) return letters[..(at + 2)];
            if (ending is "of" or "ef" && at + 3 < letters.Length && letters[at + 2] == 'f') return Without(letters, at + 3, cyrillic: false);
        }
        return letters;
    }

    static string Without(string letters, int from, bool cyrillic)
    {
        var endings = (cyrillic ? AfterCyrillicSurname : AfterLatinSurname).GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = letters.AsSpan(from);
        return endings.Contains(rest) || (from > 4 && letters[from - 1] == 'w' && letters[from - 2] == 'e' && AfterTurkmenEw.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest)) ? letters[..from] : letters;
    }

    static FrozenSet<string> Set(string endings) =>
        endings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
