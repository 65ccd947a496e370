using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Suggestions;

/// <summary>How often readers went from one article to another by a link. No cookie, no address, no reader, no time is behind it.</summary>
public sealed class ReadPair
{
    ReadPair() { }

    public ReadPair(Guid fromId, Guid toId, int reads)
    {
        FromId = fromId;
        ToId = toId;
        Reads = reads;
    }

    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public int Reads { get; private set; }
}

/// <summary>What was read beside what.</summary>
public static class ReadPairs
{
    /// <summary>Counts readings of one article by readers of another; when they say something new, what stands beside both is due.</summary>
    public static async Task ReadTogetherAsync(this NewsDb db, Guid from, Guid to, int reads, CancellationToken stop)
    {
        if (await db.ReadPairs.Where(p => p.FromId == from && p.ToId == to).ExecuteUpdateAsync(set => set.SetProperty(p => p.Reads, p => p.Reads + reads), stop) == 0)
        {
            db.ReadPairs.Add(new ReadPair(from, to, reads));
            await db.SaveChangesAsync(stop);
        }
        var now = await db.ReadPairs.Where(p => p.FromId == from && p.ToId == to).Select(p => p.Reads).FirstAsync(stop);
        // At 3, 6, 12 ...: each further reading says less, and most change nothing on any page.
        if (now >= Least && (now - reads < Least || int.Log2(now / Least) > int.Log2((now - reads) / Least)))
            await db.Fingerprints.Where(f => f.ArticleId == from || f.ArticleId == to).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsDue, true), stop);
    }

    /// <summary>Keeps the table small: of more pairs than this all count half, and those that then count nothing go.</summary>
    public static async Task ForgetReadPairsAsync(this NewsDb db, int most, CancellationToken stop)
    {
        if (await db.ReadPairs.CountAsync(stop) <= most) return;
        await db.ReadPairs.ExecuteUpdateAsync(set => set.SetProperty(p => p.Reads, p => p.Reads / 2), stop);
        await db.ReadPairs.Where(p => p.Reads == 0).ExecuteDeleteAsync(stop);
    }

    /// <summary>Fewer may be one reader, and say nothing.</summary>
    public const int Least = 3;

    /// <summary>So many readings together count for half of what very many would.</summary>
    const double Half = 5;

    /// <summary>Of each of these articles those that its readers read as well, with how often: 0 to 1, whatever else is read by everybody.</summary>
    public static async Task<ILookup<Guid, KeyValuePair<Guid, double>>> ReadBesideAsync(this NewsDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var pairs = await db.ReadPairs.AsNoTracking().Where(p => ids.Contains(p.FromId) || ids.Contains(p.ToId)).ToListAsync(stop);
        if (pairs.Count == 0) return Enumerable.Empty<Guid>().ToLookup(id => id, _ => default(KeyValuePair<Guid, double>));
        var together = pairs.SelectMany(p => new[] { (Id: p.FromId, Other: p.ToId, p.Reads), (Id: p.ToId, Other: p.FromId, p.Reads) })
            .GroupBy(p => (p.Id, p.Other)).ToDictionary(g => g.Key, g => g.Sum(p => p.Reads));
        var others = together.Keys.SelectMany(p => new[] { p.Id, p.Other }).Distinct().ToList();
        var all = new Dictionary<Guid, int>();
        foreach (var some in others.Chunk(500))
        {
            foreach (var sum in await db.ReadPairs.Where(p => some.Contains(p.FromId)).GroupBy(p => p.FromId).Select(g => new { Id = g.Key, Reads = g.Sum(p => p.Reads) }).ToListAsync(stop))
                all[sum.Id] = sum.Reads;
            foreach (var sum in await db.ReadPairs.Where(p => some.Contains(p.ToId)).GroupBy(p => p.ToId).Select(g => new { Id = g.Key, Reads = g.Sum(p => p.Reads) }).ToListAsync(stop))
                all[sum.Id] = all.GetValueOrDefault(sum.Id) + sum.Reads;
        }

        // What everybody reads is read beside everything: a pair counts by its part of what both are read.
        return together.Where(p => p.Value >= Least && ids.Contains(p.Key.Id))
            .ToLookup(p => p.Key.Id, p => KeyValuePair.Create(p.Key.Other, p.Value / Math.Sqrt((double)all[p.Key.Id] * all[p.Key.Other]) * (p.Value / (p.Value + Half))));
    }
}
