using Chapar.Names;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>One spelling of a known name, taken apart so that it is found in a text in any of its forms.</summary>
sealed class NamePhrase
{
    readonly FoldedWord[] words;
    readonly bool[] isName;
    readonly bool mayHaveOneMore;

    /// <summary>Consonants of a town that is known in any vowels: shorter names are near to many.</summary>
    const int LongEnough = 5;

    NamePhrase(KnownName of, FoldedWord[] words, bool isNear = false)
    {
        (Of, this.words, IsNear) = (of, words, isNear);
        isName = [.. words.Select(word => word.Names.Count > 0 && (word.IsCapitalised || !char.IsLower(word.Surface[0])))];
        mayHaveOneMore = of.Kind == KnownNameKind.Person && words.Length > 1;
        // ЕАЭС, NBKR: no word of a text that is not in capitals.
        IsAbbreviation = words is [{ IsAllCapitals: true }];
    }

    public KnownName Of { get; }

    /// <summary>Found also where its one word is written with other vowels; what is listed as it is written goes before.</summary>
    public bool IsNear { get; }

    bool IsAbbreviation { get; }

    /// <summary>The ways to read one spelling: the parts of hyphenated words apart, or taken together; people's surnames also first.</summary>
    public static IEnumerable<NamePhrase> Read(KnownName of, NameSpelling spelling)
    {
        // In no language: papers of each quote the bodies of the others as these call themselves.
        var all = NameFolding.Fold(spelling.Text, null);
        FoldedWord[] parts = [.. all.Where(word => !word.IsJoined)];
        if (parts.Length == 0) yield break;
        yield return new(of, parts);
        if (parts.Length == 1 && of.Kind == KnownNameKind.Place && parts[0].Names.Any(IsLong)) yield return new(of, parts, isNear: true);
        var joined = all.Where(word => word.IsJoined).ToList();
        FoldedWord[] wholes = [.. all.Where(word => word.IsJoined || !joined.Exists(whole => whole.Start <= word.Start && word.Start < whole.Start + whole.Length))];
        // Nur-Sultan is a town, and Nursultan a man: only among several words a hyphen means nothing.
        var hasWholes = joined.Count > 0 && wholes.Length > 1;
        if (hasWholes) yield return new(of, wholes);
        if (of.Kind != KnownNameKind.Person) yield break;
        if (parts.Length is 2 or 3 && joined.Count == 0) yield return new(of, [parts[^1], .. parts[..^1]]);
        if (hasWholes && wholes.Length == 2) yield return new(of, [wholes[1], wholes[0]]);
        if (hasWholes && wholes.Length == 2 && parts.Length == 3) yield return new(of, joined[0].Start == 0 ? [parts[2], parts[0], parts[1]] : [parts[1], parts[2], parts[0]]);
    }

    /// <summary>By what its first word is looked up: consonants of a name, stems of a word.</summary>
    public IEnumerable<string> Starts => words[0].Names.Select(name => "@" + name.Skeleton).Concat(isName[0] && !IsWordToo && !IsDeclined ? [] : words[0].Words);

    /// <summary>Bodies are made of ordinary words, which in the middle of a sentence are not capitalised: Национального банка.</summary>
    bool IsWordToo => Of.Kind == KnownNameKind.Institution && words.Length > 1;

    /// <summary>Adjectives of places are declined, and keep their capitals: Каспийского моря.</summary>
    bool IsDeclined => Of.Kind == KnownNameKind.Place && words.Length > 1;

    /// <summary>By what a word of a text may begin a known name.</summary>
    public static IEnumerable<string> StartsOf(FoldedWord word) =>
        word.Names.Concat(word.Nominatives).Select(name => "@" + name.Skeleton).Concat(word.Words).Distinct(StringComparer.Ordinal);

    /// <summary>One of which every word of a text has that is a word of this name.</summary>
    public IEnumerable<int> Signs => words.SelectMany(word => word.Names.Select(name => WordSigns.OfBones(name.Skeleton)).Concat(word.Words.Select(WordSigns.OfStem)).Append(WordSigns.OfWritten(word.Written)));

    /// <summary>Whether a word that has one of its <see cref="Starts"/> is its first: most are not.</summary>
    public bool MayBeginWith(FoldedWord word, bool isQuery) => Is(0, word, isQuery);

    /// <summary>How many words of a text from one on are this name, in one of its forms; 0 if it does not stand there.</summary>
    /// <param name="text">Without the joined forms of hyphenated words.</param>
    /// <param name="joined">The joined form that begins with a word, and of how many parts; null for a word without.</param>
    /// <param name="isQuery">Nobody minds capitals in a query.</param>
    public int Match(IReadOnlyList<WordOfText> text, Func<int, (FoldedWord Word, int Parts)?> joined, int from, bool isQuery) =>
        Math.Max(from, Match(text, joined, from, 0, mayHaveOneMore, isQuery)) - from;

    /// <summary>Where the words from one on end in the text; 0 if they do not stand there.</summary>
    int Match(IReadOnlyList<WordOfText> text, Func<int, (FoldedWord Word, int Parts)?> joined, int at, int word, bool mayPass, bool isQuery)
    {
        if (word == words.Length) return at;
        if (at >= text.Count) return 0;
        // Ысык-көл: what a hyphen joins to a capital needs none of its own.
        var isInside = word > 0 && joined(at - word) is { } hyphenated && hyphenated.Parts > word && hyphenated.Word.IsCapitalised;
        if (Is(word, text[at].Word, isQuery || isInside) && Match(text, joined, at + 1, word + 1, mayPass, isQuery) is > 0 and var end) return end;
        if ((words.Length > 1 || IsAbbreviation) && joined(at) is { } whole && Is(word, whole.Word, isQuery) && Match(text, joined, at + whole.Parts, word + 1, mayPass, isQuery) is > 0 and var ended) return ended;
        // A patronymic between the given name and the surname.
        return mayPass && word > 0 && text[at].Word.IsCapitalised ? Match(text, joined, at + 1, word, false, isQuery) : 0;
    }

    bool Is(int word, FoldedWord written, bool isQuery)
    {
        if (isName[word] && (isQuery ? written.Names.Count > 0 : written.MayBeName) && (isQuery || !IsAbbreviation || written.IsAllCapitals) && IsSameName(words[word], written)) return true;
        return (!isName[word] || IsWordToo || (IsDeclined && (isQuery || written.IsCapitalised))) && Overlap(words[word].Words, written.Words);
    }

    /// <summary>Alone a name must be written the same, whatever the script: short names are near to many.</summary>
    bool IsSameName(FoldedWord listed, FoldedWord written)
    {
        // In another script a short abbreviation is another one, and in its own a letter twice makes another: ДДСҰ is not ДСҰ.
        if (IsAbbreviation && (listed.Written.Length <= 3 || listed.IsInScriptOf(written))) return listed.Written == written.Written;
        foreach (var one in listed.Names)
            foreach (var other in written.Names.Concat(written.Nominatives))
                if (IsNear ? IsLong(one) && one.IsNearlyWritten(other) : words.Length == 1 ? one.Strict == other.Strict : one.Matches(other)) return true;
        return false;
    }

    static bool IsLong(NameKey name) => name.Skeleton.AsSpan().TrimStart('@').Length >= LongEnough;

    static bool Overlap(IReadOnlyList<string> ones, IReadOnlyList<string> others)
    {
        foreach (var one in ones)
            if (others.Contains(one)) return true;
        return false;
    }
}
