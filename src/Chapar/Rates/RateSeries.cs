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
    /// <summary>The newest value within the span, or the one that was in force all through it.</summary>
    public RatePoint? Latest => Points.Count > 0 ? Points[^1] : Opening;

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
}
