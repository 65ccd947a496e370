using Chapar.Database;
using Chapar.Text;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>Names of articles that a reader perhaps means: who found nothing, the ones that differ least; who still types, those that begin so.</summary>
static class NearNames
{
    const int Most = 5;

    /// <summary>Names that are compared: all of a large newspaper that begin alike.</summary>
    const int Compared = 8000;

    /// <summary>Names of which is asked whether an article has them.</summary>
    const int Asked = 20;

    // Those that begin alike stand together in SQLite's index (no letter of a skeleton is after ~); PostgreSQL orders letters in its own way.
    static readonly SqlQuestion<(NameKey Key, string Written)> BeginningAlike = new(NamesWhere(""" "Skeleton" BETWEEN @start AND @start || '~'"""), NamesWhere("""substr("Skeleton", 1, 1) = @start"""),
        row => (new(row.Text(0), row.Text(1)), row.Text(2)), "@start", "@least", "@most");

    static string NamesWhere(string beginning) => $"""SELECT "Strict", "Skeleton", "Written" FROM "SearchNames" WHERE {beginning} AND length("Skeleton") BETWEEN @least AND @most LIMIT {Compared}""";

    /// <param name="language">Of the articles; null for all.</param>
    /// <param name="filters">What an article that has the name is filed under: nobody is sent from one search without hits to another.</param>
    /// <param name="range">The rows of the index in which it may stand.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(Asking asking, Understood understood, string? language, Narrowing filters, (long From, long To) range, CancellationToken stop)
    {
        if (understood.LikeliestName is not { } word) return [];
        var (name, script) = (word.Names[0], Lookalikes.ScriptOf(word.Written));
        var finder = await NameFinder.NowAsync(asking, stop);
        var seen = await BeginningAlike.ListAsync(asking, stop, name.Skeleton[..1], name.Skeleton.Length - 1, name.Skeleton.Length + 1);
        var near = from other in seen
                   let bones = EditDistance.WithSwaps(name.Skeleton, other.Key.Skeleton)
                   where bones <= 1
                   let letters = EditDistance.WithSwaps(name.Strict, other.Key.Strict)
                   where letters <= Math.Max(1, name.Strict.Length / 3)
                   orderby letters + bones, other.Key.Strict
                   select other;
        Task<bool> AnyAsync(params IEnumerable<string> terms) => HasAsync(asking, terms, filters, range, stop);
        List<(IReadOnlyList<NameKey> Names, string Text)> found = [];
        foreach (var (key, written) in near.DistinctBy(n => n.Written, StringComparer.OrdinalIgnoreCase).Take(Asked))
        {
            // One name in two spellings finds the same: that which is written as the reader writes stands for both.
            var names = NameFolding.Fold(written, null)[^1].Names;
            var same = found.FindIndex(one => one.Names.Any(other => names.Any(other.Matches)));
            if ((same < 0 && found.Count == Most) || (same >= 0 && (!IsIn(script, written) || IsIn(script, found[same].Text)))) continue;
            if (!await AnyAsync(key.Term, IndexTerms.OtherReading(key.Strict))) continue;
            var text = await WithoutEndingAsync(written, AnyAsync) ?? WithoutPossessive(written);
            if (!IsIn(script, text)) text = Listed(finder, text, script, language) ?? text;
            if (same >= 0) found[same] = (names, text);
            else if (!found.Exists(one => one.Text.Equals(text, StringComparison.OrdinalIgnoreCase))) found.Add((names, text));
        }
        return [.. found.Select(one => one.Text)];
    }

    static bool IsIn(Script script, string text) => Lookalikes.ScriptOf(text) == script;

    static string WithoutPossessive(string written) => written is [.., var sign, 's'] && Apostrophes.Is(sign) ? written[..^2] : written;

    /// <summary>How the list of known names writes it in a script, of a language if it can; null where it does not know the name, or another one for it (Astana for Нур-Султан).</summary>
    static string? Listed(NameFinder finder, string written, Script script, string? language)
    {
        var words = NameFolding.Fold(written, null);
        return finder.Find(words, isQuery: true) is [{ Names: [var known, ..] }]
            ? known.Spellings.Where(spelling => IsIn(script, spelling.Text) && NameFolding.Fold(spelling.Text, null)[^1].Names.Any(name => words[^1].Names.Any(name.Matches)))
                .OrderBy(spelling => spelling.Language != language).FirstOrDefault()?.Text
            : null;
    }

    /// <summary>All rows of the index.</summary>
    internal static readonly (long, long) All = (0, long.MaxValue);

    /// <summary>Letters of a reading that names of articles are completed from.</summary>
    const int ShortestBeginning = 3;

    static readonly SqlQuestion<(string Strict, string Written)> BeginningSo =
        new(WrittenWhere(""" "Strict" BETWEEN @start AND @start || '~'"""), WrittenWhere("""starts_with("Strict", @start)"""), row => (row.Text(0), row.Text(1)), "@start");

    // Of the shortest the fewest have an ending.
    static string WrittenWhere(string beginning) => $"""SELECT "Strict", "Written" FROM "SearchNames" WHERE {beginning} ORDER BY length("Written"), "Strict" LIMIT {Asked}""";

    /// <summary>Names that begin with all that was typed and that an article has within a sentence, at most so many, the shortest first.</summary>
    public static async Task<List<string>> BeginningAsync(Asking asking, string typed, Narrowing filters, int most, CancellationToken stop)
    {
        // Sary B may be of Sary-Bulak.
        var words = NameFolding.Fold(string.Join('-', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), null);
        if (words is not [.., { Names: [var reading, ..] }]) return [];
        // A vowel that is an i so far may become none; only at its end has a name no voice.
        var start = reading.Strict is [.., 'i'] ? reading.Strict[..^1] : words[^1].Written[^1] switch
        {
            'b' or 'б' => reading.Strict[..^1] + 'b',
            'd' or 'д' => reading.Strict[..^1] + 'd',
            'z' or 'з' => reading.Strict[..^1] + 'z',
            _ => reading.Strict,
        };
        if (start.Length < ShortestBeginning) return [];
        Task<bool> AnyAsync(params IEnumerable<string> terms) => HasAsync(asking, terms, filters, All, stop);
        List<string> found = [];
        foreach (var (strict, written) in await BeginningSo.ListAsync(asking, stop, start))
        {
            var letters = NameFolding.Fold(written, null)[^1].Written;
            // How a name is written is known of one article only, which may be of another script.
            var isForeign = Lookalikes.ScriptOf(letters) != Lookalikes.ScriptOf(words[^1].Written);
            if (!await AnyAsync([IndexTerms.WrittenName(letters), .. isForeign ? ["n" + strict] : Array.Empty<string>()])) continue;
            var name = await WithoutEndingAsync(written, AnyAsync) ?? written;
            if (!found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
            if (found.Count == most) break;
        }
        return found;
    }

    /// <summary>Whether an article has one of these terms.</summary>
    internal static async Task<bool> HasAsync(Asking asking, IEnumerable<string> terms, Narrowing filters, (long, long) range, CancellationToken stop) =>
        (await SearchQuery.RowsAsync(asking, filters.Of([Condition.AnyOf(terms)])!, range, 1, stop)).Count > 0;

    /// <summary>The name to which a language has put an ending, where an article has it as it is (Душанбеи may be of Душанбе); null where none has.</summary>
    static async Task<string?> WithoutEndingAsync(string written, Func<IEnumerable<string>, Task<bool>> anyAsync)
    {
        var forms = NameFolding.Fold(written, null).SelectMany(word => Languages.All.SelectMany(language => CaseEndings.Without(word.Written, Lookalikes.ScriptOf(word.Written), language))).Distinct().ToList();
        if (forms.Count == 0 || !await anyAsync(forms.Select(IndexTerms.WrittenName))) return null;
        foreach (var form in forms)
            if (await anyAsync([IndexTerms.WrittenName(form)])) return char.ToUpperInvariant(form[0]) + form[1..];
        return null;
    }
}
