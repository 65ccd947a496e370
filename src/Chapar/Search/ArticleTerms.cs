using System.Collections.Concurrent;
using System.Text;
using Chapar.Articles.Body;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>The terms of one article, each column's parted by blanks.</summary>
/// <param name="Written">Every word in its place; between headline, deck and body a term that nobody types.</param>
/// <param name="Seen">Names as they are read, and how one of them is written.</param>
sealed record TermsOfArticle(string Written, string Words, string Names, string Filed, IReadOnlyDictionary<NameKey, string> Seen);

/// <summary>Makes the terms of articles; remembers words from one article to the next. May be used by several threads at once.</summary>
/// <param name="finder">The list of known names.</param>
sealed class ArticleTerms(NameFinder finder, int most = 16_384)
{
    /// <summary>Between two texts: no phrase goes over it.</summary>
    const char Gap = '0';

    /// <summary>Some 10 MB; a name that is written down twice costs time, no more.</summary>
    const int MostWritten = 100_000;

    readonly ConcurrentDictionary<string, WordMemory<Keyed>> memories = new(StringComparer.Ordinal);

    readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>The list of known names that it was made with.</summary>
    public NameFinder Finder => finder;

    /// <summary>Names that were written down may have gone since.</summary>
    public void BeginWriting() => written.Clear();

    /// <summary>Whether a name was not written down since <see cref="BeginWriting"/>; not to be asked by several threads.</summary>
    public bool IsNew(NameKey name)
    {
        if (written.Count >= MostWritten) written.Clear();
        return written.Add(name.Strict);
    }

    public TermsOfArticle Of(ArticleText article)
    {
        var body = BodyText.Of(article.Body);
        var collected = new Collected(body.Length);
        Collect(collected, article.Headline, article.Language, isHeadline: true);
        collected.Written.Append(Gap).Append(' ');
        Collect(collected, article.Deck, article.Language, isHeadline: false);
        collected.Written.Append(Gap).Append(' ');
        Collect(collected, body, article.Language, isHeadline: false);
        foreach (var name in article.Names)
            foreach (var language in name.Languages) CollectName(collected, name[language], language);
        return new(collected.Written.ToString(), string.Join(' ', collected.Words), string.Join(' ', collected.Names), Filed(article), collected.Seen);
    }

    /// <summary>What an article can be filtered by.</summary>
    static string Filed(ArticleText article) => string.Join(' ',
    [
        IndexTerms.Language(article.Language), IndexTerms.Format(article.Format), IndexTerms.Section(article.Section),
        .. article.Places.Select(IndexTerms.Place), .. article.Topics.Select(IndexTerms.Topic), .. article.Authors.Select(IndexTerms.Author),
    ]);

    /// <param name="length">About how many letters the article has: what is large enough at once is not copied as it grows.</param>
    sealed class Collected(int length)
    {
        /// <summary>Of a text, for each word that is not one of those before it.</summary>
        const int LettersOfNewWord = 12;

        public StringBuilder Written { get; } = new(length + length / 4);
        public HashSet<string> Words { get; } = new(length / LettersOfNewWord, StringComparer.Ordinal);
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
        public Dictionary<NameKey, string> Seen { get; } = [];

        /// <summary>Words whose terms are there; most words of a text come again in it.</summary>
        public HashSet<Keyed> Met { get; } = new(length / LettersOfNewWord);
    }

    /// <summary>A word of a language with all that any text says by it.</summary>
    sealed class Keyed(FoldedWord word, NameFinder finder)
    {
        string[]? names;

        /// <summary>As it stands in the index, a blank after it.</summary>
        public string Written { get; } = IndexTerms.Written(word.Written) + " ";

        public string WrittenName { get; } = IndexTerms.WrittenName(word.Written);

        public FoldedWord Word => word;

        public string[] Words { get; } = [.. word.Words];

        public bool IsShort { get; } = IndexTerms.IsShort(word.Written);

        public WordOfText OfText { get; } = new(word, finder.Beginning(word, isQuery: false));

        public bool MayBeName { get; } = word.MayBeName;

        public string[] Names => names ??= word.Names.Count == 0 ? []
            : [word.Names[0].Term, .. word.Names.Skip(1).Concat(word.Nominatives).Select(name => IndexTerms.OtherReading(name.Strict))];
    }

    List<(Token Place, Keyed Word)> Fold(string text, string language) =>
        memories.GetOrAdd(language, _ => new(language, most, word => new Keyed(word, finder))).Fold(text);

    void Collect(Collected into, string text, string language, bool isHeadline)
    {
        var words = Fold(text, language);
        Keyed? before = null;
        foreach (var (place, keyed) in words)
        {
            if (!place.IsJoined)
            {
                into.Written.Append(keyed.Written);
                if (before is { IsShort: true } && keyed.IsShort) into.Words.Add(IndexTerms.Pair(before.Word.Written, keyed.Word.Written));
                before = keyed;
            }
            if (isHeadline) into.Words.Add(IndexTerms.InHeadline(keyed.Written.TrimEnd()));
            if (into.Met.Add(keyed))
            {
                Add(into.Words, keyed.Words, isHeadline);
                if (keyed.MayBeName && !keyed.Word.IsShortAbbreviation) AddName(into, keyed, isHeadline);
            }
            if (keyed.MayBeName && (isHeadline || !BeginsSentence(text, place.Start))) into.Names.Add(keyed.WrittenName);
        }
        AddKnown(into, words, isHeadline);
    }

    void CollectName(Collected into, string name, string language)
    {
        var words = Fold(name, language);
        foreach (var (_, keyed) in words)
        {
            Add(into.Words, keyed.Words, isHeadline: false);
            if (keyed.Names.Length == 0) continue;
            AddName(into, keyed, isHeadline: false);
            into.Names.Add(keyed.WrittenName);
        }
        AddKnown(into, words, isHeadline: false);
    }

    static void AddKnown(Collected into, List<(Token Place, Keyed Word)> words, bool isHeadline)
    {
        if (!words.Exists(word => word.Word.OfText.Beginning.Length > 0)) return;
        foreach (var span in NameFinder.Find(words.ConvertAll(word => word.Word.OfText), isQuery: false))
            Add(into.Names, [.. span.Names.Select(name => IndexTerms.Known(name.Id))], isHeadline);
    }

    static void AddName(Collected into, Keyed keyed, bool isHeadline)
    {
        Add(into.Names, keyed.Names, isHeadline);
        foreach (var name in keyed.Word.Names.Concat(keyed.Word.Nominatives)) into.Seen.TryAdd(name, keyed.Word.Surface);
    }

    static void Add(HashSet<string> into, string[] terms, bool isHeadline)
    {
        foreach (var term in terms)
        {
            into.Add(term);
            if (isHeadline) into.Add(IndexTerms.InHeadline(term));
        }
    }

    /// <summary>There every word is capitalised, name or not.</summary>
    static bool BeginsSentence(string text, int start)
    {
        for (int i = start - 1; i >= 0; i--)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] is ',' or ';') return false;
            if (text[i] is '.' or '!' or '?' or '…' or '\n' or ':') return true;
        }
        return true;
    }
}
