using Chapar.Database;

namespace Chapar.Rates;

/// <summary>One step of the way from one money to another: one row of one bank.</summary>
/// <param name="Source">The bank.</param>
/// <param name="From">The money one has.</param>
/// <param name="To">The money one gets.</param>
/// <param name="Row">The bank's row that was used.</param>
/// <param name="IsInverse">True when the row tells <paramref name="To"/> in <paramref name="From"/> and was turned round.</param>
public sealed record CrossLeg(RateSource Source, string From, string To, RatePoint Row, bool IsInverse)
{
    /// <summary>The money of the row that is not the bank's own.</summary>
    public string Foreign => From == Source.HomeCurrency ? To : From;
}

/// <summary>How much of one money another is worth on a day, by official rows only, and by which.</summary>
/// <param name="From">The money of which one unit is told.</param>
/// <param name="To">The money it is told in.</param>
/// <param name="On">The day that was asked for; each leg has the day of its own row.</param>
/// <param name="Legs">One where a bank has the pair itself, more for a cross; none when both are the same money.</param>
public sealed record CrossRate(string From, string To, DateOnly On, IReadOnlyList<CrossLeg> Legs)
{
    /// <summary>Moneys to go through, best first. Crosses are made from the home banks' own dollar rows (the som in Tashkent's document has
    /// two digits); the euro leads to what only the European bank has, the rouble to what only the Bank of Russia has.</summary>
    static readonly string[][] ways = [[], ["USD"], ["EUR"], ["EUR", "USD"], ["USD", "EUR"], ["RUB"], ["RUB", "USD"], ["USD", "RUB"]];

    /// <summary>The value of one <see cref="From"/>; not rounded to anything that is shown.</summary>
    public decimal UnitValue => Times(1);

    /// <summary>The day of the oldest of its rows, the fixed manat's left out: no part of it is older. The day asked for when both are the same money.</summary>
    public DateOnly EffectiveOn => Legs.Where(l => !CentralBankOfTurkmenistan.IsPegged(l.Source, l.Foreign)).DefaultIfEmpty(Legs.Count > 0 ? Legs[0] : null)
        .Min(l => l?.Row.EffectiveOn) ?? On;

    /// <summary>True when a bank has printed exactly this: its row's own digits are shown, and no others.</summary>
    public bool IsPublished => Legs is [{ IsInverse: false }];

    /// <summary>An amount of <see cref="From"/> in <see cref="To"/>, unrounded.</summary>
    /// <exception cref="OverflowException">More than a decimal holds.</exception>
    public decimal Times(decimal amount) => Times(amount, Legs, [.. Legs.Select(l => l.Row)]);

    /// <summary>The same by rows of another day.</summary>
    internal static decimal Times(decimal amount, IReadOnlyList<CrossLeg> legs, ReadOnlySpan<RatePoint> rows)
    {
        // One division, the last step: an amount that comes out even stays even.
        decimal over = 1;
        for (int i = 0; i < rows.Length; i++)
            if (legs[i].IsInverse)
                over *= rows[i].UnitValue;
            else
                amount *= rows[i].UnitValue;
        return amount / over;
    }

    /// <summary>The best way from one money to another by the rows in force on a day, or null when the banks' rows do not join them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="from">ISO 4217 code, in capitals.</param>
    /// <param name="to">ISO 4217 code, in capitals.</param>
    /// <param name="on">The day; each bank's row in force on it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<CrossRate?> FindAsync(NewsDb db, string from, string to, DateOnly on, CancellationToken cancellation = default)
    {
        if (from == to)
            return new(from, to, on, []);
        RowsInForce rows = new(db, on, cancellation);
        foreach (string[] way in ways.Where(w => !w.Contains(from) && !w.Contains(to)))
            if (await LegsAsync(rows, [from, .. way, to], (a, b) => !(IsRegional(a) && IsRegional(b))) is { } legs)
                return new(from, to, on, legs);
        // Two moneys of the region whose banks do not both have a dollar that day: one bank's own row of the other, few as its digits are.
        return await LegsAsync(rows, [from, to], (_, _) => true) is { } direct ? new(from, to, on, direct) : null;
    }

    static async Task<CrossLeg[]?> LegsAsync(RowsInForce rows, string[] moneys, Func<string, string, bool> isAllowed)
    {
        List<CrossLeg> legs = [];
        for (int i = 1; i < moneys.Length; i++)
        {
            (string from, string to) = (moneys[i - 1], moneys[i]);
            if (!isAllowed(from, to) || await LegAsync(rows, from, to) is not { } leg)
                return null;
            legs.Add(leg);
        }
        return [.. legs];
    }

    /// <summary>The row that joins two moneys. The banks of the region go before those of Moscow and Frankfurt, so that there and back is one row.</summary>
    static async Task<CrossLeg?> LegAsync(RowsInForce rows, string from, string to)
    {
        foreach (RateSource source in RateSources.All)
        {
            string? foreign = source.HomeCurrency == from ? to : source.HomeCurrency == to ? from : null;
            if (foreign is not null && await rows.OfAsync(source, foreign) is { } row)
                return new(source, from, to, row, IsInverse: (source.Quotation == Quotation.HomePerForeign) == (source.HomeCurrency == from));
        }
        return null;
    }

    static bool IsRegional(string currency) => currency is "KGS" or "KZT" or "TJS" or "UZS" or "TMT";

    /// <summary>The rows looked at for one question, each read once.</summary>
    sealed class RowsInForce(NewsDb db, DateOnly on, CancellationToken cancellation)
    {
        readonly Dictionary<(string, string), RatePoint?> read = [];

        public async Task<RatePoint?> OfAsync(RateSource source, string currency)
        {
            if (!read.TryGetValue((source.Key, currency), out RatePoint? row))
                read[(source.Key, currency)] = row = (await RateHistory.ReadAsync(db, source, currency, on, on, cancellation)).Latest;
            return row;
        }
    }
}
