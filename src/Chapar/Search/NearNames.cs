using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>Names that a reader perhaps meant who found nothing: of those that stand in articles the ones that differ least.</summary>
static class NearNames
{
    const int Most = 5;

    /// <summary>Names that are compared: all of a large newspaper that begin alike.</summary>
    const int Compared = 8000;

    public static async Task<IReadOnlyList<string>> OfAsync(NewsDb db, Understood understood, CancellationToken stop)
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
                   select other.Written;
        return [.. near.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }
}
