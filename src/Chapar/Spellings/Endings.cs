namespace Chapar.Spellings;

/// <summary>
/// Which endings a word of a language can take, so that "Japarov's" and «Джапарову» are known as the words that stand in the house's
/// list. Tolerant where grammar is simple, never a dictionary: a form that is not known is not flagged.
/// </summary>
static class Endings
{
    /// <summary>A shorter stem with an ending would be many other words too.</summary>
    public const int ShortestStem = 3;

    /// <summary>Endings that are put one after the other.</summary>
    const int MostStacked = 3;

    const string RussianVowels = "аяоеёиыуэю";

    static readonly HashSet<string> English = ["'s", "s", "s'"];

    // Cases of nouns, surnames and adjectives.
    static readonly HashSet<string> Russian = ["а", "я", "о", "е", "и", "ы", "у", "ю", "ой", "ей", "ою", "ею", "ом", "ем", "ём", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "ым", "им", "ых", "их",
        "ыми", "ими", "ого", "его", "ому", "ему", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ый", "ий"];

    // Plural, possessive, cases, "which is in": all forms of vowel harmony.
    static readonly string[] Kazakh = Split("лар лер дар дер тар тер ның нің дың дің тың тің ны ні ды ді ты ті ға ге қа ке на не да де та те нда нде дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ы і сы сі");

    static readonly string[] Kyrgyz = [.. Split("лар лер лор лөр дар дер дор дөр тар тер тор төр нын нин нун нүн дын дин дун дүн тын тин тун түн ны ни ну нү ды ди ду дү ты ти ту тү га ге го гө ка ке ко кө на не но нө"),
        .. Split("да де до дө та те то тө нда нде ндо ндө дан ден дон дөн тан тен тон төн нан нен нон нөн дагы деги догу дөгү тагы теги ы и у ү сы си су сү")];

    static readonly string[] Uzbek = [.. Split("lar ning ni ga ka qa da dan dagi i si lik")];
    static readonly string[] Turkmen = [.. Split("lar ler yň iň uň üň nyň niň y i u ü ny ni a e na ne ga ge da de nda nde dan den ndan nden daky däki sy si")];
    static readonly string[] Tajik = [.. Split("и ро ҳо ҳои он ам аш у ву")];

    /// <summary>How a word of a text is made of a word of the list.</summary>
    /// <param name="Cut">How many letters of the list's word are left out at its end.</param>
    /// <param name="Ending">What stands in their place.</param>
    public readonly record struct Form(int Cut, string Ending);

    /// <summary>Null when it is another word. Letters are compared as they are: the caller has dealt with capitals.</summary>
    public static Form? Of(string listed, string written, string language, int shortestStem = ShortestStem)
    {
        if (written == listed) return new(0, "");
        if (language == "ru") return Russians(listed, written, shortestStem);
        if (!written.StartsWith(listed, StringComparison.Ordinal) || listed.Length < shortestStem) return null;
        var ending = written[listed.Length..];
        var known = language switch
        {
            "en" => English.Contains(ending),
            "kk" => IsStack(ending, Kazakh),
            "ky" => IsStack(ending, Kyrgyz),
            "uz" => IsStack(ending, Uzbek),
            "tk" => IsStack(ending, Turkmen),
            "tg" => IsStack(ending, Tajik),
            _ => false,
        };
        return known ? new(0, ending) : null;
    }

    /// <summary>What a word can be a form of: it itself, and what is left when endings that its language knows are taken off.</summary>
    public static IEnumerable<string> Stems(string written, string language, int shortestStem)
    {
        // One letter of Uzbek, whichever of the marks somebody's keyboard has for it.
        written = SpellingPattern.Plain(written).Replace('‘', '\'').Replace('ʻ', '\'').Replace('ʼ', '\'');
        yield return written;
        for (int length = written.Length - 1; length >= shortestStem; length--)
        {
            var ending = written[length..];
            // A nominative has its own last letter, which other cases replace: Сергей, Сергея.
            if (language == "ru" ? Russian.Contains(ending) || ending is "й" or "ь" : Of(written[..length], written, language, shortestStem) is not null) yield return written[..length];
        }
    }

    /// <summary>The same form of another word; null when that could be a wrong one, since the words end differently.</summary>
    public static string? Apply(Form form, string from, string to, string language)
    {
        if (form == new Form(0, "")) return to;
        if (language == "en") return to + form.Ending;
        // Two letters tell the vowel that the others follow; one is enough for Russian cases.
        var same = language == "ru" ? Math.Max(1, form.Cut) : 2;
        if (to.Length <= same || from.Length <= same || to[^same..] != from[^same..]) return null;
        return to[..^form.Cut] + form.Ending;
    }

    static Form? Russians(string listed, string written, int shortestStem)
    {
        var last = listed[^1];
        int[] cuts = listed.Length > 4 && (listed[^2..] is "ый" or "ий" or "ой" or "ая" or "ое") ? [1, 2] : RussianVowels.Contains(last) || last is 'й' or 'ь' ? [1] : [0];
        foreach (var cut in cuts)
        {
            var stem = listed[..^cut];
            if (stem.Length >= shortestStem && written.StartsWith(stem, StringComparison.Ordinal) && Russian.Contains(written[stem.Length..])) return new(cut, written[stem.Length..]);
        }
        return null;
    }

    static bool IsStack(string ending, string[] known, int depth = 0) =>
        ending.Length == 0 || (depth < MostStacked && known.Any(one => ending.StartsWith(one, StringComparison.Ordinal) && IsStack(ending[one.Length..], known, depth + 1)));

    static string[] Split(string words) => words.Split(' ');
}
