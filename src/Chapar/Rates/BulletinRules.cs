using System.Globalization;

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
public sealed record Doubt(string Reason, bool IsJump);

/// <summary>What is to be done with a bulletin.</summary>
/// <param name="Doubts">Rows of an accepted bulletin that are not shown, by their currencies.</param>
public sealed record Judgement(Verdict Verdict, string? Reason, IReadOnlyDictionary<string, Doubt> Doubts);

/// <summary>What is known of a bank when one of its bulletins is judged.</summary>
/// <param name="Before">The shown bulletin of the day before it.</param>
/// <param name="After">The next one of the same history: a jump from which the rate did not come back was true.</param>
/// <param name="Today">The bank's own today.</param>
/// <param name="NewestShown">The newest day that is shown; null with a history, which may be older than what is there.</param>
public sealed record Surroundings(Bulletin? Before, ParsedBulletin? After, DateOnly Today, DateOnly? NewestShown);

/// <summary>Whether a bulletin that was read without error may be believed. Banks publish wrong values: the Central Bank of Uzbekistan's manat of
/// 1 April 2026 made a dollar 3.02 manat instead of 3.5.</summary>
public static class BulletinRules
{
    /// <summary>Days ahead that are usual: Monday's rate is set on Friday, and earlier before long holidays.</summary>
    public const int UsualHorizon = 4;

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

    static readonly Dictionary<string, Doubt> none = [];

    /// <summary>Judges a bulletin by what is known around it.</summary>
    /// <param name="bulletin">The whole of the day: also the rows that were there before.</param>
    /// <param name="fresh">The rows that are new with it; the others were judged when they came.</param>
    /// <param name="around">What is known.</param>
    public static Judgement Judge(ParsedBulletin bulletin, IEnumerable<ParsedRate> fresh, Surroundings around)
    {
        int ahead = bulletin.EffectiveOn.DayNumber - around.Today.DayNumber;
        if (ahead > Horizon)
            return new(Verdict.Refuse, $"it is for {bulletin.EffectiveOn:yyyy-MM-dd}, {ahead} days ahead", none);
        if (around.NewestShown is { } newest && bulletin.EffectiveOn < newest)
            return new(Verdict.Refuse, $"it is for {bulletin.EffectiveOn:yyyy-MM-dd}, and the bank's bulletin for {newest:yyyy-MM-dd} is here already", none);
        if (around.Before is { } before && !bulletin.IsPartial && bulletin.Rates.Count * 2 < before.Rates.Count)
            return new(Verdict.Refuse, $"it has {bulletin.Rates.Count} rows where the bulletin before has {before.Rates.Count}", none);
        if (ahead > UsualHorizon)
            return new(Verdict.Hold, $"it is for {bulletin.EffectiveOn:yyyy-MM-dd}, {ahead} days ahead", none);

        Dictionary<string, Doubt> doubts = [];
        foreach (ParsedRate rate in fresh)
            if (DoubtOf(rate, bulletin, around.Before, around.After?.Rates.FirstOrDefault(r => r.Currency == rate.Currency)) is { } doubt)
                doubts[rate.Currency] = doubt;
        return new(Verdict.Accept, null, doubts);
    }

    static Doubt? DoubtOf(ParsedRate rate, ParsedBulletin bulletin, Bulletin? before, ParsedRate? after)
    {
        bool isPegged = rate.Currency == "TMT" || (rate.Currency == "USD" && bulletin.HomeCurrency == "TMT");
        if (rate.Currency == "TMT" && bulletin.Quotation == Quotation.HomePerForeign && bulletin.Rates.FirstOrDefault(r => r.Currency == "USD") is { } dollar)
        {
            decimal manat = dollar.UnitValue / rate.UnitValue, off = Math.Abs(manat / CentralBankOfTurkmenistan.Peg.UnitValue - 1);
            if (off > PegJump)
                return new(string.Create(CultureInfo.InvariantCulture, $"TMT {rate.Published} would make a dollar {manat:0.00} manat, officially {CentralBankOfTurkmenistan.Peg.Published}"), IsJump: false);
            if (off <= Agreement)
                return null; // agrees with a second source, whatever was said the day before
        }
        Rate? last = before?.Of(rate.Currency);
        if (last is null)
            return null;
        decimal limit = bulletin.EffectiveOn.DayNumber - before!.EffectiveOn.DayNumber > Gap ? JumpOverGap : isPegged ? PegJump : Jump;
        decimal move = rate.UnitValue / last.UnitValue - 1;
        // 0.0007 to 0.0008 is the smallest step there is, and 14 %.
        if (Math.Abs(move) <= limit || Math.Abs(rate.UnitValue - last.UnitValue) <= 2 * PublishedText.Step(rate.Published, rate.Nominal))
            return null;
        if (after is not null && Math.Abs(move) <= JumpOverGap && Math.Abs(after.UnitValue / rate.UnitValue - 1) <= Jump)
            return null;
        return new(string.Create(CultureInfo.InvariantCulture,
            $"{rate.Currency} went from {last.Published} for {last.Nominal} to {rate.Published} for {rate.Nominal}, {100 * move:+0.0;-0.0} % since {before.EffectiveOn:yyyy-MM-dd}"), IsJump: true);
    }
}
