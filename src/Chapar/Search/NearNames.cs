using Chapar.Database;
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
        var seen = await db.SearchNames.AsNoTracking().Where(n => n.Skeleton.Substring(0, 1) == start).Select(n => new { n.Strict, n.Skeleton, n.Written }).Take(Compared).ToListAsync(stop);
        var near = from other in seen
                   let bones = Distance(name.Skeleton, other.Skeleton)
                   where bones <= 1
                   let letters = Distance(name.Strict, other.Strict)
                   where letters <= Math.Max(1, name.Strict.Length / 3)
                   orderby letters + bones, other.Strict
                   select other.Written;
        return [.. near.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    /// <summary>How many letters must be changed, added, left out or exchanged with the next one.</summary>
    internal static int Distance(string one, string other)
    {
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (int j = 0; j <= other.Length; j++) last[j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[other.Length];
    }
}
