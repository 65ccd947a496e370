using Chapar.Articles;
using Chapar.Database;

namespace Chapar.Suggestions;

public static class MostRead
{
    const int Week = 7;

    /// <summary>More than a page shows: what it suggests it does not show again.</summary>
    const int Kept = 12;

    /// <summary>More than the most of the languages need.</summary>
    const int Looked = 200;

    /// <param name="From">The first day that counts.</param>
    /// <param name="Through">The last.</param>
    internal sealed record Days(DateOnly From, DateOnly Through);

    internal sealed record Sum(Guid Id, int Reads);

    internal sealed record InLanguage(Guid Id, string Language);

    internal static readonly Question<Days, Sum> Sums = new("most-read",
        (db, days) => db.ReadCounts.Where(c => c.Day >= days.From && c.Day <= days.Through)
            .GroupBy(c => c.ArticleId).Select(g => new { Id = g.Key, Reads = g.Sum(c => c.Reads) })
            .OrderByDescending(g => g.Reads).ThenBy(g => g.Id).Take(Looked).Select(g => new Sum(g.Id, g.Reads)),
        row => new(row.Id(0), row.Number(1)));

    internal static readonly Question<IReadOnlyList<Guid>, InLanguage> Languages = new("most-read.languages",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new InLanguage(a.Id, a.Language)), row => new(row.Id(0), row.Text(1)));

    /// <summary>The public articles read most in the seven days to this one, best first: at most twelve in each language.</summary>
    public static async Task<IReadOnlyList<(string Language, Guid Id)>> ReadAsync(Asking asking, DateOnly today, CancellationToken stop = default)
    {
        var sums = await asking.ListAsync(Sums, new(today.AddDays(1 - Week), today), stop);
        var languages = (await asking.ListAsync(Languages, [.. sums.Select(s => s.Id)], stop)).ToDictionary(a => a.Id, a => a.Language);
        return [.. sums.Where(s => languages.ContainsKey(s.Id)).GroupBy(s => languages[s.Id]).SelectMany(g => g.Take(Kept).Select(s => (g.Key, s.Id)))];
    }
}
