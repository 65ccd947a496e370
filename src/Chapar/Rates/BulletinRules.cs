using System.Globalization;

namespace Chapar.Rates;

public enum Verdict
{
    Accept,

    /// <summary>Not shown until somebody has looked at it.</summary>
    Hold,
    Refuse,
}

/// <summary>What is to be done with a bulletin.</summary>
/// <param name="HeldRows">Single rows of an accepted bulletin that are not shown, with the reason.</param>
public sealed record Judgement(Verdict Verdict, string? Reason, IReadOnlyDictionary<string, string> HeldRows);

/// <summary>Whether a bulletin that was read without error may be believed. Banks publish wrong values: the Central Bank of Uzbekistan's manat of
/// 1 April 2026 made a dollar 3.02 manat instead of 3.5.</summary>
public static class BulletinRules
{
    /// <summary>Days ahead that are usual: Monday's rate is set on Friday, and earlier before long holidays.</summary>
    public const int UsualHorizon = 4;

    /// <summary>Days ahead beyond which a date is an error.</summary>
    public const int Horizon = 10;

    /// <summary>The largest move believed at once. The largest real one of the dollar known is 11.75 % (som, 26 February 2022); such a day
    /// is rare enough to be looked at.</summary>
    const decimal Jump = 0.10m;

    /// <summary>The same for what follows the pegged manat.</summary>
    const decimal PegJump = 0.03m;

    /// <summary>Two sources that differ by no more than this agree.</summary>
    const decimal Agreement = 0.02m;

    /// <summary>The largest move believed over a gap in the archive longer than <see cref="Gap"/>: catches a lost nominal, not a bad year.</summary>
    const decimal JumpOverGap = 0.50m;
    const int Gap = 14;

    static readonly Dictionary<string, string> none = [];

    /// <summary>Judges a bulletin against the shown one before it and the bank's own today. In a history the bulletin
    /// <paramref name="after"/> it is known too: a jump from which the rate did not come back was true.</summary>
    public static Judgement Judge(ParsedBulletin bulletin, Bulletin? before, DateOnly today, ParsedBulletin? after = null)
    {
        int ahead = bulletin.EffectiveOn.DayNumber - today.DayNumber;
        if (ahead > Horizon)
            return new(Verdict.Refuse, $"it is for {bulletin.EffectiveOn:yyyy-MM-dd}, {ahead} days ahead", none);
        if (before is not null && !bulletin.IsPartial && bulletin.Rates.Count * 2 < before.Rates.Count)
            return new(Verdict.Refuse, $"it has {bulletin.Rates.Count} rows where the bulletin before has {before.Rates.Count}", none);
        if (ahead > UsualHorizon)
            return new(Verdict.Hold, $"it is for {bulletin.EffectiveOn:yyyy-MM-dd}, {ahead} days ahead", none);

        Dictionary<string, string> held = [];
        foreach (ParsedRate rate in bulletin.Rates)
            if (Doubt(rate, bulletin, before, after?.Rates.FirstOrDefault(r => r.Currency == rate.Currency)) is string reason)
                held[rate.Currency] = reason;
        // The dollar is what the whole bulletin is made from.
        return held.TryGetValue("USD", out string? dollar) ? new(Verdict.Hold, dollar, none) : new(Verdict.Accept, null, held);
    }

    static string? Doubt(ParsedRate rate, ParsedBulletin bulletin, Bulletin? before, ParsedRate? after)
    {
        bool isPegged = rate.Currency == "TMT" || (rate.Currency == "USD" && bulletin.HomeCurrency == "TMT");
        if (rate.Currency == "TMT" && bulletin.Quotation == Quotation.HomePerForeign && bulletin.Rates.FirstOrDefault(r => r.Currency == "USD") is { } dollar)
        {
            decimal manat = dollar.UnitValue / rate.UnitValue, off = Math.Abs(manat / CentralBankOfTurkmenistan.Peg.UnitValue - 1);
            if (off > PegJump)
                return string.Create(CultureInfo.InvariantCulture, $"TMT {rate.Published} would make a dollar {manat:0.00} manat, officially {CentralBankOfTurkmenistan.Peg.Published}");
            if (off <= Agreement)
                return null; // agrees with a second source, whatever was said the day before
        }
        Rate? last = before?.Of(rate.Currency);
        if (last is null)
            return null;
        decimal limit = bulletin.EffectiveOn.DayNumber - before!.EffectiveOn.DayNumber > Gap ? JumpOverGap : isPegged ? PegJump : Jump;
        decimal move = rate.UnitValue / last.UnitValue - 1;
        // 0.0007 to 0.0008 is the smallest step there is, and 14 %.
        if (Math.Abs(move) <= limit || Math.Abs(rate.UnitValue - last.UnitValue) <= 2 * Step(rate))
            return null;
        if (after is not null && Math.Abs(move) <= JumpOverGap && Math.Abs(after.UnitValue / rate.UnitValue - 1) <= Jump)
            return null;
        return string.Create(CultureInfo.InvariantCulture,
            $"{rate.Currency} went from {last.Published} for {last.Nominal} to {rate.Published} for {rate.Nominal}, {100 * move:+0.0;-0.0} % since {before.EffectiveOn:yyyy-MM-dd}");
    }

    /// <summary>One of the last printed digit, for one unit.</summary>
    static decimal Step(ParsedRate rate)
    {
        int at = rate.Published.IndexOfAny(['.', ',']);
        decimal step = 1m / rate.Nominal;
        for (int decimals = at < 0 ? 0 : rate.Published.Length - at - 1; decimals > 0; decimals--)
            step /= 10;
        return step;
    }
}
