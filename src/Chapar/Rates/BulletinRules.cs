using System.Globalization;
using Chapar.Text;

namespace Chapar.Rates;

public enum Verdict
{
    Accept,

    /// <summary>Not shown until somebody has looked at it.</summary>
    Hold,
    Refuse,
}

/// <summary>Why a row is not believed at once.</summary>
/// <param name="Reason">For the editor, with both values.</param>
/// <param name="IsJump">True when a second bank may settle it.</param>
public sealed record Doubt(Sentence Reason, bool IsJump);

/// <summary>What is to be done with a bulletin.</summary>
/// <param name="Doubts">Rows of an accepted bulletin that are not shown, by their currencies.</param>
public sealed record Judgement(Verdict Verdict, Sentence? Reason, IReadOnlyDictionary<string, Doubt> Doubts);

/// <summary>What is known of a bank when one of its bulletins is judged.</summary>
/// <param name="Rows">How many rows its bulletin before has; null without one.</param>
/// <param name="Last">The last shown value of each currency, and its day.</param>
/// <param name="Later">What the bank has said for later days, the earliest first: a jump from which the rate did not come back was true.</param>
/// <param name="Today">The bank's own today.</param>
/// <param name="Furthest">The last day for which the bank can have set its values by now: <see cref="RateSource.Furthest"/>.</param>
/// <param name="InForce">The newest day that is shown and has begun; null with a history, which may be older than what is there. A day still to come
/// does not count: a slip in a date would keep out what is true until that day.</param>
public sealed record Surroundings(
    int? Rows, IReadOnlyDictionary<string, (Rate Rate, DateOnly Day)> Last, IEnumerable<ParsedBulletin> Later, DateOnly Today, DateOnly Furthest, DateOnly? InForce);

/// <summary>Whether a bulletin that was read without error may be believed. Banks publish wrong values: the Central Bank of Uzbekistan's manat of
/// 1 April 2026 made a dollar 3.02 manat instead of 3.5.</summary>
public static class BulletinRules
{
    /// <summary>Days ahead beyond which a date is an error.</summary>
    public const int Horizon = 10;

    /// <summary>Two sources that differ by no more than this agree.</summary>
    public const decimal Agreement = 0.02m;

    /// <summary>The largest move believed at once. The largest real one of the dollar known is 11.75 % (som, 26 February 2022); such a day
    /// is rare enough to be looked at.</summary>
    const decimal Jump = 0.10m;

    /// <summary>The same for what follows the pegged manat.</summary>
    const decimal PegJump = 0.03m;

    /// <summary>The largest move believed over a gap in the archive longer than <see cref="Gap"/>: catches a lost nominal, not a bad year.</summary>
    const decimal JumpOverGap = 0.50m;
    const int Gap = 14;

    /// <summary>The most that a rate is believed to have multiplied by, however long it stays there: the sum lost half on 5 September 2017, a
    /// lost nominal is ten.</summary>
    const decimal MostTimes = 3;

    /// <summary>A value that stands for so many days is no slip. Fewer are a weekend, on which a slip is printed again.</summary>
    const int Standing = 7;

    /// <summary>What keeps less than this part of a move has come back.</summary>
    const decimal Back = 1m / 3;

    static readonly Dictionary<string, Doubt> none = [];

    /// <summary>Judges a bulletin by what is known around it.</summary>
    /// <param name="bulletin">The whole of the day: also the rows that were there before.</param>
    /// <param name="fresh">The rows that are new with it; the others were judged when they came.</param>
    /// <param name="around">What is known.</param>
    public static Judgement Judge(ParsedBulletin bulletin, IEnumerable<ParsedRate> fresh, Surroundings around)
    {
        int ahead = bulletin.EffectiveOn.DayNumber - around.Today.DayNumber;
        if (ahead > Horizon)
            return new(Verdict.Refuse, new Sentence("held.days-ahead", Day(bulletin.EffectiveOn), ahead), none);
        if (around.InForce is { } newest && bulletin.EffectiveOn < newest)
            return new(Verdict.Refuse, new Sentence("held.older", Day(bulletin.EffectiveOn), Day(newest)), none);
        if (around.Rows is { } rows && !bulletin.IsPartial && bulletin.Rates.Count * 2 < rows)
            return new(Verdict.Refuse, new Sentence("held.few-rows", bulletin.Rates.Count, rows), none);
        if (bulletin.EffectiveOn > around.Furthest)
            return new(Verdict.Hold, new Sentence("held.too-early", Day(bulletin.EffectiveOn), Day(around.Today), Day(around.Furthest)), none);

        Dictionary<string, Doubt> doubts = [];
        foreach (ParsedRate rate in fresh)
            if (DoubtOf(rate, bulletin, around) is { } doubt)
                doubts[rate.Currency] = doubt;
        return new(Verdict.Accept, null, doubts);
    }

    /// <summary>Why a row of an otherwise good bulletin is not believed; null for a good one.</summary>
    public static Doubt? DoubtOf(ParsedRate rate, ParsedBulletin bulletin, Surroundings around)
    {
        bool isPegged = rate.Currency == "TMT" || (rate.Currency == "USD" && bulletin.HomeCurrency == "TMT");
        if (rate.Currency == "TMT" && bulletin.Quotation == Quotation.HomePerForeign && bulletin.Rates.FirstOrDefault(r => r.Currency == "USD") is { } dollar)
        {
            decimal manat = dollar.UnitValue / rate.UnitValue, off = Math.Abs(manat / CentralBankOfTurkmenistan.Peg.UnitValue - 1);
            if (off > PegJump)
                return new(new Sentence("held.manat", rate.Published, manat.ToString("0.00", CultureInfo.InvariantCulture), CentralBankOfTurkmenistan.Peg.Published), IsJump: false);
            if (off <= Agreement)
                return null; // agrees with a second source, whatever was said the day before
        }
        if (!around.Last.TryGetValue(rate.Currency, out (Rate Rate, DateOnly Day) last))
            return null;
        decimal limit = bulletin.EffectiveOn.DayNumber - last.Day.DayNumber > Gap ? JumpOverGap : isPegged ? PegJump : Jump;
        decimal times = rate.UnitValue / last.Rate.UnitValue, move = times - 1;
        // 0.0007 to 0.0008 is the smallest step there is, and 14 %.
        if (Math.Abs(move) <= limit || Math.Abs(rate.UnitValue - last.Rate.UnitValue) <= 2 * PublishedText.Step(rate.Published, rate.Nominal))
            return null;
        if (times is < MostTimes and > 1 / MostTimes && HasStayed(rate, bulletin.EffectiveOn, last.Rate.UnitValue, around.Later))
            return null;
        return new(new Sentence("held.jump", rate.Currency, last.Rate.Published, last.Rate.Nominal, rate.Published, rate.Nominal, (100 * move).ToString("+0.0;-0.0", CultureInfo.InvariantCulture), Day(last.Day)), IsJump: true);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether the next other value, or the same one a week later, is near and has not come back. The same value on the days after is a
    /// copy, and no second word.</summary>
    static bool HasStayed(ParsedRate rate, DateOnly day, decimal before, IEnumerable<ParsedBulletin> later)
    {
        foreach (ParsedBulletin next in later)
            if (next.Rates.FirstOrDefault(r => r.Currency == rate.Currency)?.UnitValue is { } then
                && (then != rate.UnitValue || next.EffectiveOn.DayNumber - day.DayNumber >= Standing))
                return Math.Abs(then / rate.UnitValue - 1) <= Jump && (then - before) / (rate.UnitValue - before) > Back;
        return false;
    }
}
