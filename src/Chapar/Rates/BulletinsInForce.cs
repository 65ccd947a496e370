using Chapar.Database;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>What one series of a bank says at a moment.</summary>
/// <param name="Now">In force at the bank's today.</param>
/// <param name="Before">The bulletin before it; null when there is none.</param>
/// <param name="Next">The first of a later day, where it is set already.</param>
public sealed record InForce(Bulletin? Now, Bulletin? Before, Bulletin? Next)
{
    /// <summary>The bulletin before one of the series that has a currency.</summary>
    internal async Task<Bulletin?> BeforeAsync(Asking asking, Bulletin bulletin, string having, CancellationToken cancellation) =>
        bulletin == Now && (Before is null || Before.Of(having) is not null) ? Before : await asking.BeforeAsync(bulletin, cancellation, having);
}

/// <summary>The bulletins in force at several banks, those before and those to come, in three small looks at the database whatever their number. True
/// until the edition "rates" is raised, or a day ends at a bank (<see cref="RateStatuses.NextChangeAt"/>).</summary>
public sealed class BulletinsInForce
{
    /// <summary>So far back almost all of them are; what is older is asked for by itself.</summary>
    const int Near = 14;

    readonly Dictionary<(string Source, BulletinSeries Series), InForce> read = [];

    BulletinsInForce(IReadOnlySet<string> unreadable, DateTime nowUtc) => (Unreadable, NowUtc) = (unreadable, nowUtc);

    /// <summary>Keys of the banks that could not be read when they were last asked.</summary>
    public IReadOnlySet<string> Unreadable { get; }

    /// <summary>The moment.</summary>
    public DateTime NowUtc { get; }

    public InForce Of(RateSource source, BulletinSeries series = BulletinSeries.Daily) => read[(source.Key, series)];

    /// <summary>Whether the bank could not be read when it was last asked.</summary>
    public bool IsUnreadable(RateSource source) => Unreadable.Contains(source.Key);

    /// <summary>The series that a bank has.</summary>
    public static IReadOnlyList<BulletinSeries> SeriesOf(RateSource source) =>
        source.Daily is null ? [BulletinSeries.Daily] : [BulletinSeries.Daily, BulletinSeries.Weekly];

    /// <param name="Sources">Keys of banks.</param>
    internal sealed record Since(IReadOnlyList<string> Sources, DateOnly Earliest);

    internal sealed record DayOf(Guid Id, string Source, BulletinSeries Series, DateOnly EffectiveOn, string ValuesDigest);

    // Both series by name, so that the key leads to the days: by the source alone it leads to all that a bank ever said.
    internal static readonly Question<Since, DayOf> Days = new("bulletins.days",
        (db, since) => db.Bulletins.Where(b => since.Sources.Contains(b.Source) && (b.Series == BulletinSeries.Daily || b.Series == BulletinSeries.Weekly) && b.IsCurrent && b.EffectiveOn >= since.Earliest)
            .Select(b => new DayOf(b.Id, b.Source, b.Series, b.EffectiveOn, b.ValuesDigest)),
        row => new(row.Id(0), row.Text(1), row.Word<BulletinSeries>(2), row.Day(3), row.Text(4)));

    /// <summary>Reads those of some banks.</summary>
    public static async Task<BulletinsInForce> ReadAsync(Asking asking, IReadOnlyCollection<RateSource> sources, DateTime nowUtc, CancellationToken cancellation = default)
    {
        BulletinsInForce all = new(await FetchStates.FailingAsync(asking, cancellation), nowUtc);
        DateOnly earliest = sources.Min(s => s.Today(nowUtc)).AddDays(-Near);
        // Days and digests first: of some twenty bulletins a bank, three have rows that are shown.
        var days = (await asking.ListAsync(Days, new([.. sources.Select(s => s.Key)], earliest), cancellation))
            .OrderBy(b => b.EffectiveOn).ToLookup(b => (b.Source, b.Series));
        var chosen = (from source in sources
                      from of in SeriesOf(source)
                      let own = days[(source.Key, of)]
                      let today = source.Today(nowUtc)
                      let now = own.LastOrDefault(b => b.EffectiveOn <= today)
                      select (Source: source, Series: of, Now: now?.Id, Next: own.FirstOrDefault(b => b.EffectiveOn > today)?.Id,
                          Before: now is null ? null : own.LastOrDefault(b => b.EffectiveOn < now.EffectiveOn && b.ValuesDigest != now.ValuesDigest)?.Id)).ToList();
        Guid[] ids = [.. chosen.SelectMany(c => new[] { c.Now, c.Before, c.Next }).OfType<Guid>()];
        Dictionary<Guid, Bulletin> whole = ids.Length == 0 ? [] : (await asking.ListAsync(Bulletin.These, ids, cancellation)).ToDictionary(b => b.Id);
        foreach (var (source, of, now, next, before) in chosen)
        {
            Bulletin? inForce = Whole(now) ?? await asking.WholeAsync(await asking.FirstAsync(Bulletin.InForceOn, new(source.Key, of, source.Today(nowUtc)), cancellation), cancellation);
            Bulletin? earlier = inForce is null ? null
                // A document that only has more or fewer rows is the same bulletin.
                : Whole(before) is { } near && near.Contradicts(inForce.Rates.Select(r => (r.Currency, r.UnitValue))) ? near
                : await asking.BeforeAsync(inForce, cancellation);
            all.read[(source.Key, of)] = new(inForce, earlier, Whole(next));
        }
        return all;

        Bulletin? Whole(Guid? id) => id is { } known ? whole.GetValueOrDefault(known) : null;
    }
}
