using Chapar.Rates;
using CsCheck;

namespace Chapar.Tests.Rates;

/// <summary>A history of many years keeps of old days only what a chart can show, and says the same of them.</summary>
public class ThinHistoryTests
{
    static readonly DateOnly first = new(2015, 1, 1), last = new(2019, 6, 30), wholeFrom = new(2018, 5, 30);
    static readonly RateSource som = RateSources.Of("nbkr"), sum = RateSources.Of("cbu");

    /// <summary>Steps of one to three days, at times a hole of a month; small moves, often none.</summary>
    static readonly Gen<RatePoint[]> points = Gen.Select(Gen.Frequency((20, Gen.Int[1, 3]), (1, Gen.Int[20, 60])), Gen.Int[-2, 2]).Array[0, 900].Select(moves =>
    {
        List<RatePoint> all = [];
        var (day, value) = (first.AddDays(40), 8_000);
        foreach (var (days, move) in moves)
        {
            (day, value) = (day.AddDays(days), value + move);
            var printed = $"{value / 100}.{value % 100:00}";
            if (day <= last) all.Add(new(day, printed, 1, PublishedText.UnitValue(printed, 1), false));
        }
        return all.ToArray();
    });

    [Fact]
    public void What_is_left_out_of_an_old_month_changes_neither_its_reach_nor_the_mean_nor_a_gap() =>
        Gen.Select(points, points, Gen.Bool).Sample((one, other, isCross) =>
        {
            if (one.Length == 0 || other.Length == 0) return;
            PairHistory whole = Of(one, other, isCross), thin = Of(one, other, isCross, wholeFrom);
            Assert.Equal((whole.Lowest, whole.Highest, whole.Since(whole.From).Average), (thin.Lowest, thin.Highest, thin.SinceKnown().Average));
            Assert.Equal(Months(whole), Months(thin));
            Assert.Equal(Gaps(whole), Gaps(thin));
            Assert.Equal(whole.Since(wholeFrom), thin.Since(wholeFrom), (a, b) => (a.From, a.Opening, a.Average) == (b.From, b.Opening, b.Average) && a.Steps.SequenceEqual(b.Steps));
            Assert.All(thin.Steps, step => Assert.Contains(step, whole.Steps));
        });

    [Fact]
    public void Thirty_years_of_days_are_some_three_thousand_steps()
    {
        var day = last.AddYears(-30);
        var moving = Enumerable.Range(0, last.DayNumber - day.DayNumber + 1).Select(i => $"{80 + (i * 7919 % 13)}.{i * 31 % 100:00}")
            .Select((printed, i) => new RatePoint(day.AddDays(i), printed, 1, PublishedText.UnitValue(printed, 1), false)).ToArray();
        Assert.Equal(10_958, Of(moving, moving, false).Steps.Count);
        Assert.InRange(Of(moving, moving, false, last.AddYears(-1)).Steps.Count, 2_000, 3_300);
    }

    static PairHistory Of(RatePoint[] one, RatePoint[] other, bool isCross, DateOnly whole = default)
    {
        CrossLeg[] legs = isCross
            ? [new(som, "KGS", "USD", one[^1], IsInverse: true), new(sum, "USD", "UZS", other[^1], IsInverse: false)]
            : [new(som, "USD", "KGS", one[^1], IsInverse: false)];
        var begin = one[0].EffectiveOn;
        return PairHistory.Of(new(legs[0].From, legs[^1].To, last, legs), [.. legs.Zip([one, other], (leg, its) =>
            new RateSeries(leg.Source, "USD", begin, last, its.LastOrDefault(p => p.EffectiveOn <= begin), [.. its.Where(p => p.EffectiveOn >= begin)]))], begin, last, whole);
    }

    static IEnumerable<(int, int, decimal, decimal, decimal)> Months(PairHistory history) =>
        from step in history.Steps
        group step.UnitValue by (step.Day.Year, step.Day.Month) into month
        select (month.Key.Year, month.Key.Month, month.Min(), month.Max(), month.Last());

    static IEnumerable<(DateOnly, DateOnly)> Gaps(PairHistory history) =>
        history.Steps.Zip(history.Steps.Skip(1)).Where(pair => pair.Second.IsAfterGap).Select(pair => (pair.First.Day, pair.Second.Day));
}
