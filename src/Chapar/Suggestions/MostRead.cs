using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Suggestions;

public static class MostRead
{
    const int Days = 7;
    /// <summary>More than a page shows: what it suggests it does not show again.</summary>
    const int Kept = 12;

    /// <summary>The public articles read most in the seven days to this one, best first: at most twelve in each language.</summary>
    public static async Task<IReadOnlyList<(string Language, Guid Id)>> MostReadAsync(this NewsDb db, DateOnly today, CancellationToken stop = default)
    {
        var from = today.AddDays(1 - Days);
        var sums = await db.ReadCounts.Where(c => c.Day >= from && c.Day <= today)
            .GroupBy(c => c.ArticleId).Select(g => new { Id = g.Key, Reads = g.Sum(c => c.Reads) })
            .OrderByDescending(g => g.Reads).ThenBy(g => g.Id).Take(200).ToListAsync(stop);
        var ids = sums.Select(s => s.Id).ToList();
        var languages = await db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Language }).ToDictionaryAsync(a => a.Id, a => a.Language, stop);
        return [.. sums.Where(s => languages.ContainsKey(s.Id)).GroupBy(s => languages[s.Id]).SelectMany(g => g.Take(Kept).Select(s => (g.Key, s.Id)))];
    }
}
