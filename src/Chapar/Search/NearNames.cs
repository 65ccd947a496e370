using Chapar.Database;
using Chapar.Text;
using Chapar.Text.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>Names that a reader perhaps meant who found nothing: of those that stand in articles the ones that differ least.</summary>
static class NearNames
{
    const int Most = 5;

    /// <summary>Names that are compared: all of a large newspaper that begin alike.</summary>
    const int Compared = 8000;

    /// <summary>Names of which is asked whether an article has them.</summary>
    const int Asked = 20;

    /// <param name="filters">What an article that has the name is filed under: nobody is sent from one search without hits to another.</param>
    /// <param name="range">The rows of the index in which it may stand.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(NewsDb db, Understood understood, IReadOnlyList<string> filters, (long From, long To) range, CancellationToken stop)
    {
        if (understood.LikeliestName is not { } name) return [];
        // Those that begin alike stand together in SQLite's index (no letter of a skeleton is after ~); PostgreSQL orders letters in its own way.
        var beginsAlike = db.Database.IsSqlite() ? "\"Skeleton\" BETWEEN @start AND @start || '~'" : "substr(\"Skeleton\", 1, 1) = @start";
        var seen = await db.AskAsync(
            $"""SELECT "Strict", "Skeleton", "Written" FROM "SearchNames" WHERE {beginsAlike} AND length("Skeleton") BETWEEN @least AND @most LIMIT {Compared}""",
            row => (Key: new NameKey(row.GetString(0), row.GetString(1)), Written: row.GetString(2)), stop,
            ("start", name.Skeleton[..1]), ("least", name.Skeleton.Length - 1), ("most", name.Skeleton.Length + 1));
        var near = from other in seen
                   let bones = EditDistance.WithSwaps(name.Skeleton, other.Key.Skeleton)
                   where bones <= 1
                   let letters = EditDistance.WithSwaps(name.Strict, other.Key.Strict)
                   where letters <= Math.Max(1, name.Strict.Length / 3)
                   orderby letters + bones, other.Key.Strict
                   select other;
        Task<bool> AnyAsync(params IEnumerable<string> terms) => HasAsync(db, terms, filters, range, stop);
        List<string> found = [];
        foreach (var (key, written) in near.DistinctBy(n => n.Written, StringComparer.OrdinalIgnoreCase).Take(Asked))
        {
            if (!await AnyAsync(key.Term, IndexTerms.OtherReading(key.Strict))) continue;
            var text = await WithoutEndingAsync(written, AnyAsync) ?? written;
            if (!found.Contains(text, StringComparer.OrdinalIgnoreCase)) found.Add(text);
            if (found.Count == Most) break;
        }
        return found;
    }

    /// <summary>Whether an article has one of these terms.</summary>
    static async Task<bool> HasAsync(NewsDb db, IEnumerable<string> terms, IReadOnlyList<string> filters, (long, long) range, CancellationToken stop) =>
        (await SearchQuery.RowsAsync(db, new Condition.All([Condition.AnyOf(terms), .. filters.Select(f => new Condition.Term(f))]), range, 1, stop)).Count > 0;

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
