namespace Chapar.Text.Search;

/// <summary>The letters that are read by what stands beside them in a word.</summary>
static class Neighbours
{
    const string CyrillicVowels = "аәӓеёэєиӣыіїоөѳӧуўӯұүӱюя";
    const string LatinVowels = "aáàâäāæeèéêëēėəiíìîïīıĭoóòôöōõøőʊɵuúùûüūŭů";

    static readonly LetterGroup Ye = new("е", ["ye"]), YeOrYo = new("е", ["ye", "yo"]), E = new("е", ["e"]), Yo = new("ё", ["yo"]), SoftO = new("ё", ["2"]);
    static readonly LetterGroup Yu = new("ю", ["yu"]), SoftU = new("ю", ["4"]), Ya = new("я", ["ya"]), SoftA = new("я", ["1"]);
    static readonly LetterGroup FirstU = new("у", ["u", "v"]), V = new("v", ["v"]), VAfterVowel = new("v", ["v", "u"]);
    static readonly LetterGroup J = new("j", ["j"]), JOrY = new("j", ["j", "y"]), YOrJ = new("j", ["y", "j"]), OnlyY = new("y", ["y"]);
    static readonly LetterGroup OnlyI = new("i", ["i"]), YOrI = new("y", ["y", "i"]), IOrY = new("i", ["i", "y"]), PartedSh = new("sh", ["x", "sh"]);

    /// <summary>The Cyrillic letter at a place, or null if its neighbours do not matter.</summary>
    public static LetterGroup? OfCyrillic(string word, int at)
    {
        switch (word[at])
        {
            // Papers write е for ё: Бахтиер is Бахтиёр, but -иев is no -иёв.
            case 'е' when at > 0 && at + 1 < word.Length && word[at - 1] == 'и' && word[at + 1] != 'в': return YeOrYo;
            case 'е': return AfterVowel(word, at) ? Ye : E;
            case 'ё': return AfterVowel(word, at) ? Yo : SoftO;
            case 'ю': return AfterVowel(word, at) ? Yu : SoftU;
            case 'я': return AfterVowel(word, at) ? Ya : SoftA;
            // Уәлихан is also Valikhan.
            case 'у' when at == 0 && word.Length > 2 && word[1] is 'а' or 'ә' or 'е': return FirstU;
            default: return null;
        }
    }

    static bool AfterVowel(string word, int at) => at == 0 || word[at - 1] is 'ь' or 'ъ' || CyrillicVowels.Contains(word[at - 1], StringComparison.Ordinal);

    /// <summary>The Latin letter at a place, or null if its neighbours do not matter.</summary>
    public static LetterGroup? OfLatin(string word, int at)
    {
        var c = word[at];
        if (c is 'v' or 'w') return IsLatinVowel(word, at - 1) && !IsEndOfSurname(word, at) ? VAfterVowel : V;
        if (c == 'j') return OfJ(word, at);
        if (c == 'y') return OfY(word, at);
        if (c == 'ý') return YOrI;
        if (c == 's') return IsPartedSh(word, at) ? PartedSh : null;
        if (c is 'ï' or 'í' or 'ī' or 'î' or 'ı' or 'ĭ') return IsLatinVowel(word, at - 1) || IsLatinVowel(word, at + 1) ? IOrY : OnlyI;
        return null;
    }

    // Nobody writes -ov and -ev for -ou and -eu; a second reading of every surname would be one for nothing.
    static bool IsEndOfSurname(string word, int at) => at == word.Length - 1 && word[at - 1] is 'o' or 'e';

    /// <summary>ж and дж in English and Turkmen, й in German and in ISO 9.</summary>
    static LetterGroup OfJ(string word, int at)
    {
        if (at == 0) return J;
        if (!IsLatinVowel(word, at - 1)) return JOrY;
        if (at == word.Length - 1) return OnlyY;
        if (!IsLatinVowel(word, at + 1)) return YOrJ;
        if (word.AsSpan(at + 1) is ['e', 'v' or 'w', ..]) return YOrJ;
        // Before a, o and u German and ISO 9 have я, ё and ю of their own: Sejit, but Bobojon.
        return word[at + 1] is 'e' or 'i' ? JOrY : J;
    }

    static LetterGroup OfY(string word, int at)
    {
        var afterVowel = IsLatinVowel(word, at - 1);
        // Saryarqa is Сарыарқа, Salyanova is Салянова.
        if (at > 0 && !afterVowel && at + 1 < word.Length && word[at + 1] == 'a') return YOrI;
        return afterVowel || IsLatinVowel(word, at + 1) ? OnlyY : OnlyI;
    }

    // Is'haq has s and h, and has lost its sign in most papers; only near the beginning of a word is it worth a second reading.
    static bool IsPartedSh(string word, int at) =>
        word.AsSpan(at) is ['s', 'h', var after, ..] && (at == 1 ? after != 'c' : at == 0 && after is 'a' or 'o');

    static bool IsLatinVowel(string word, int at) => at >= 0 && at < word.Length && LatinVowels.Contains(word[at], StringComparison.Ordinal);
}
