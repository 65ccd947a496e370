namespace Chapar.Rates;

/// <summary>The values of one currency at one bank over a span of days: those the bank set, and no invented ones between them.</summary>
/// <param name="Source">The bank.</param>
/// <param name="Currency">The foreign money.</param>
/// <param name="From">First day of the span.</param>
/// <param name="To">Last day of the span.</param>
/// <param name="Opening">The value already in force when the span begins: of <paramref name="From"/> itself or an earlier day; null when none is known.</param>
/// <param name="Points">One for each day within the span that the bank set, the oldest first. A bank that stamps Friday's value with
/// Saturday's date has set Saturday too: a day without a point is a day without a document.</param>
public sealed record RateSeries(RateSource Source, string Currency, DateOnly From, DateOnly To, RatePoint? Opening, IReadOnlyList<RatePoint> Points)
{
    /// <summary>Which way round the values are.</summary>
    public Quotation Quotation => Source.Quotation;

    /// <summary>The newest value within the span, or the one that was in force all through it.</summary>
    public RatePoint? Latest => Points.Count > 0 ? Points[^1] : Opening;

    /// <summary>The highest value for one unit that the bank set within the span, on its last such day; null without points.</summary>
    public RatePoint? Highest => Points.Reverse().MaxBy(p => p.UnitValue);

    /// <summary>The lowest, likewise.</summary>
    public RatePoint? Lowest => Points.Reverse().MinBy(p => p.UnitValue);

    /// <summary>The mean value for one unit over the calendar days of the span on which a value was in force: each value counts as often as
    /// the days from its own to the one before the next, the last one through <see cref="To"/>. Null when none was in force. Not the
    /// mean of the points: a value that stood for two months counts sixty times.</summary>
    public decimal? Average
    {
        get
        {
            decimal sum = 0;
            int days = 0;
            RatePoint? inForce = Opening;
            DateOnly since = From;
            foreach (RatePoint point in Points)
            {
                Count(point.EffectiveOn);
                (inForce, since) = (point, point.EffectiveOn);
            }
            Count(To.AddDays(1));
            return days == 0 ? null : sum / days;

            void Count(DateOnly until)
            {
                if (inForce is null)
                    return;
                int length = until.DayNumber - since.DayNumber;
                sum += inForce.UnitValue * length;
                days += length;
            }
        }
    }

    /// <summary>The value in force on a day of the span: the newest that is not for a later day. Null before the first known one and outside the span.</summary>
    public RatePoint? InForceOn(DateOnly day)
    {
        if (day < From || day > To)
            return null;
        int low = 0, high = Points.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Points[middle].EffectiveOn <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 ? Points[low - 1] : Opening;
    }

    /// <summary>From the value in force on a day to the newest of the span; null when none was in force then.</summary>
    public RateChange? ChangeSince(DateOnly day) =>
        InForceOn(day) is { } before && Latest is { } latest ? RateChange.Between(before, latest) : null;
}
