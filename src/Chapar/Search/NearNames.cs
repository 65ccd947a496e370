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
        var start = name.Skeleton[..1];
        var seen = await db.SearchNames.AsNoTracking().Where(n => n.Skeleton.Substring(0, 1) == start).OrderBy(n => n.Strict).Select(n => new { n.Strict, n.Skeleton, n.Written }).Take(Compared).ToListAsync(stop);
        var near = from other in seen
                   let bones = EditDistance.WithSwaps(name.Skeleton, other.Skeleton)
                   where bones <= 1
                   let letters = EditDistance.WithSwaps(name.Strict, other.Strict)
                   where letters <= Math.Max(1, name.Strict.Length / 3)
                   orderby letters + bones, other.Strict
                   select other;
        List<string> found = [];
        foreach (var other in near.DistinctBy(n => n.Written, StringComparer.OrdinalIgnoreCase).Take(Asked))
        {
            var said = new Condition.All([Condition.AnyOf([new NameKey(other.Strict, other.Skeleton).Term, IndexTerms.OtherReading(other.Strict)]), .. filters.Select(f => new Condition.Term(f))]);
            if ((await SearchQuery.RowsAsync(db, said, range, 1, stop)).Count > 0) found.Add(other.Written);
            if (found.Count == Most) break;
        }
        return found;
    }
}
