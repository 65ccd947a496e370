namespace Chapar.Text.Search;

/// <summary>A word of a text with the keys by which it is found. A language, script or standard of spelling does not change the keys.</summary>
public sealed class FoldedWord
{
    /// <summary>Letters that one sound of a name may take: Sh, Дж.</summary>
    const int LongestInitial = 2;

    /// <summary>Letters of an abbreviation that is another one in other letters.</summary>
    const int LongestShort = 3;

    readonly string letters;
    readonly Script script;
    readonly string? language;
    readonly bool isDeclinedAbbreviation;

    // Most words of a text are no names: the readings are made when they are asked for.
    IReadOnlyList<NameKey>? names;
    IReadOnlyList<NameKey>? nominatives;

    string? written;

    internal FoldedWord(string text, Token token, string? language)
    {
        Start = token.Start;
        Surface = text.Substring(token.Start, token.Length);
        IsJoined = token.IsJoined;
        IsInitial = Surface.Length <= LongestInitial && IsCapitalised && token.End < text.Length && text[token.End] == '.';
        this.language = language;
        var own = DeclinedAbbreviation.Of(Surface);
        isDeclinedAbbreviation = own.Length < Surface.Length;
        letters = Letters.Of(own, possessive: language == "en");
        script = Lookalikes.ScriptOf(letters);
        Words = WordKeys.Of(letters, script, language, mayBeSurname: IsCapitalised);
    }

    /// <summary>The word as it stands in the text.</summary>
    public string Surface { get; }

    /// <summary>The place of its first character in the text, in UTF-16 code units from 0.</summary>
    public int Start { get; }

    /// <summary>How many code units of the text it takes.</summary>
    public int Length => Surface.Length;

    /// <summary>The word as exactly as readers type it: in small letters of one script, without apostrophes and hyphens, ё as е.</summary>
    public string Written => written ??= letters.Replace('ё', 'е');

    /// <summary>Keys of the word's stem: <c>w</c>, a letter for the stemmers' family, and a to z, 0 to 9; the likeliest first; at least one, none twice.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// Readings as a name, the likeliest first, at most eight; none for a word with a digit or in letters that the tables do not know.
    /// </summary>
    public IReadOnlyList<NameKey> Names => names ??= NameReadings.Of(letters, script);

    /// <summary>
    /// Readings without an ending that the language may have put to a name (Бишкекте, Душанбеи): to be found beside
    /// <see cref="Names"/>, and less sure. At most eight, none of those in Names; none where no language is declared, as in a query.
    /// </summary>
    public IReadOnlyList<NameKey> Nominatives =>
        nominatives ??= language is null ? [] : NameReadings.Nominatives(letters, script, language, Names);

    /// <summary>Whether most letters of both are of one script.</summary>
    public bool IsInScriptOf(FoldedWord other) => script == other.script;

    /// <summary>It begins with a capital. Arabic script has none.</summary>
    public bool IsCapitalised => char.IsUpper(Surface[0]);

    /// <summary>All its letters are capitals, and it has two or more: a name in a headline, or any other word.</summary>
    public bool IsAllCapitals => isDeclinedAbbreviation || (Surface.Count(char.IsUpper) > 1 && !Surface.Any(char.IsLower));

    /// <summary>Too short to be read as other letters: ЕС is no эс, and AJ no Ай.</summary>
    public bool IsShortAbbreviation => letters.Length <= LongestShort && IsAllCapitals;

    /// <summary>It can be told for a name in a text: it has a reading, and is capitalised or its script has no capitals; a word such as "the" is none but as an abbreviation.</summary>
    public bool MayBeName => (IsCapitalised || script == Script.Arabic) && Names.Count > 0 && (IsAllCapitals || !FunctionWords.Has(letters, language));

    /// <summary>A given name by its first sound, with a full stop after it: K. Tokayev, Ш. Мирзиёев, Sh. Mirziyoyev.</summary>
    public bool IsInitial { get; }

    /// <summary>The word with what it may be without an ending in any language, as its <see cref="Nominatives"/>: for a query, where these are looked for in a list.</summary>
    internal FoldedWord InAnyCase()
    {
        var word = (FoldedWord)MemberwiseClone();
        var forms = WordLanguages.Of(letters, script, null).SelectMany(one => CaseEndings.Without(letters, script, one)).Where(IsLikely);
        word.nominatives = [.. forms.SelectMany(form => NameReadings.Of(form, script)).Distinct()];
        return word;

        // Who is named Tarazi or Бухари is of a place: -i is a case only where Russian puts it for another vowel (Грузии, Риги).
        bool IsLikely(string form) => !"иыіiıy".Contains(letters[^1], StringComparison.Ordinal) || letters.Length - form.Length > 1
            || (letters.Length == form.Length && (letters[^1] == 'ы' || form[^1] == 'я' || "гкхжчшщ".Contains(letters[^2], StringComparison.Ordinal)));
    }

    /// <summary>The parts of a hyphenated word, or of an abbreviation with full stops, in one; the parts stand before it, at their own places.</summary>
    public bool IsJoined { get; }

    /// <summary>A joined abbreviation with full stops: U.N.</summary>
    public bool IsDotted => IsJoined && Surface.Contains('.', StringComparison.Ordinal);

    /// <summary>How many words of the text it takes: those that its hyphens join, else one.</summary>
    public int Parts => IsJoined ? Surface.Count(Tokens.Joins) + 1 : 1;
}
