using System.Collections.Concurrent;
using System.Text;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>The terms of one article, each column's parted by blanks.</summary>
/// <param name="Written">Every word in its place; between headline, deck and body a term that nobody types.</param>
/// <param name="Seen">Names as they are read, and how one of them is written.</param>
sealed record TermsOfArticle(string Written, string Words, string Names, string Filed, IReadOnlyDictionary<NameKey, string> Seen);

/// <summary>Makes the terms of articles; remembers words from one article to the next. May be used by several threads at once.</summary>
/// <param name="finder">The list of known names.</param>
sealed class ArticleTerms(NameFinder finder)
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

    sealed record Keyed(FoldedWord Word, string Written, IReadOnlyList<NamePhrase> Beginning);

    public TermsOfArticle Of(Article article)
    {
        var collected = new Collected();
        Collect(collected, article.Headline, article.Language, isHeadline: true);
        collected.Written.Append(Gap).Append(' ');
        Collect(collected, article.Deck, article.Language, isHeadline: false);
        collected.Written.Append(Gap).Append(' ');
        Collect(collected, BodyText.Of(article.Body), article.Language, isHeadline: false);
        foreach (var name in article.Bylines.Select(b => b.Author!.Name).Append(article.Section!.Name).Concat(article.Places.Select(p => p.Name)).Concat(article.Topics.Select(t => t.Name)))
            foreach (var language in name.Languages) CollectName(collected, name[language], language);
        return new(collected.Written.ToString(), string.Join(' ', collected.Words), string.Join(' ', collected.Names), Filed(article), collected.Seen);
    }

    /// <summary>What an article can be filtered by.</summary>
    static string Filed(Article article) => string.Join(' ',
    [
        IndexTerms.Language(article.Language), IndexTerms.Format(article.Format), IndexTerms.Section(article.SectionId!.Value),
        .. article.Places.Select(p => IndexTerms.Place(p.Id)), .. article.Topics.Select(t => IndexTerms.Topic(t.Id)), .. article.Bylines.Select(b => IndexTerms.Author(b.AuthorId)).Distinct(),
    ]);

    sealed class Collected
    {
        public StringBuilder Written { get; } = new();
        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
        public Dictionary<NameKey, string> Seen { get; } = [];
    }

    List<(int Start, int Length, bool IsJoined, Keyed Word)> Fold(string text, string language) =>
        memories.GetOrAdd(language, _ => new(language, word => new Keyed(word, IndexTerms.Written(word.Written), finder.Beginning(word)))).Fold(text);

    void Collect(Collected into, string text, string language, bool isHeadline)
    {
        var words = Fold(text, language);
        foreach (var (start, _, isJoined, keyed) in words)
        {
            if (!isJoined) into.Written.Append(keyed.Written).Append(' ');
            Add(into.Words, keyed.Word.Words, isHeadline);
            if (isHeadline) into.Words.Add(IndexTerms.InHeadline(keyed.Written));
            if (keyed.Word.MayBeName) AddName(into, keyed.Word, isHeadline, isSure: isHeadline || !BeginsSentence(text, start));
        }
        AddKnown(into, words, isHeadline);
    }

    void CollectName(Collected into, string name, string language)
    {
        var words = Fold(name, language);
        foreach (var (_, _, _, keyed) in words)
        {
            Add(into.Words, keyed.Word.Words, isHeadline: false);
            if (keyed.Word.Names.Count > 0) AddName(into, keyed.Word, isHeadline: false, isSure: true);
        }
        AddKnown(into, words, isHeadline: false);
    }

    static void AddKnown(Collected into, List<(int, int, bool IsJoined, Keyed Word)> words, bool isHeadline)
    {
        foreach (var span in NameFinder.Find([.. words.Select(w => (w.Word.Word, w.IsJoined, w.Word.Beginning))], isQuery: false))
            Add(into.Names, span.Names.Select(name => IndexTerms.Known(name.Id)), isHeadline);
    }

    static void AddName(Collected into, FoldedWord word, bool isHeadline, bool isSure)
    {
        Add(into.Names, [word.Names[0].Term, .. word.Names.Skip(1).Concat(word.Nominatives).Select(name => IndexTerms.OtherReading(name.Strict))], isHeadline);
        if (isSure) into.Names.Add(IndexTerms.WrittenName(word.Written));
        foreach (var name in word.Names.Concat(word.Nominatives)) into.Seen.TryAdd(name, word.Surface);
    }

    static void Add(HashSet<string> into, IEnumerable<string> terms, bool isHeadline)
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
