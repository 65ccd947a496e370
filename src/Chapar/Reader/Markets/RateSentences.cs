using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>What a history says in words. Weaker and stronger are said of the money that the pair is told in: when a dollar costs 1 % more som, the som
/// buys 0.99 % less dollar, and that is the figure of the sentence.</summary>
public static class RateSentences
{
    /// <summary>Against a week, a month and a year ago; nothing is said of a day of which nothing is known, nor of a rate that is fixed.</summary>
    /// <param name="history">Reaching back a year, where there is one.</param>
    /// <param name="today">The day of the newest value that may be called today's.</param>
    /// <param name="words">Of the page.</param>
    public static IEnumerable<string> Of(PairHistory history, DateOnly today, Words words)
    {
        if (history.InForceOn(today) is not { } now) yield break;
        foreach (var (span, then) in new[] { ("week", today.AddDays(-7)), ("month", today.AddMonths(-1)), ("year", today.AddYears(-1)) })
            if (then >= history.From && history.InForceOn(then) is { } before)
                yield return Compared(CurrencyNames.Of(history.Rate.To, words.Language), before.UnitValue, now.UnitValue, span, words);
    }

    /// <summary>"The Kyrgyz som is 0.43% weaker than a week ago."</summary>
    /// <param name="money">The name of the money that the values are told in.</param>
    /// <param name="before">What the other money cost then; above 0.</param>
    /// <param name="now">What it costs now; above 0.</param>
    /// <param name="span">"week", "month" or "year".</param>
    /// <param name="words">Of the page.</param>
    public static string Compared(string money, decimal before, decimal now, string span, Words words)
    {
        if (before == now) return First(words.Fill($"rates-same.{span}", money));
        var moved = Math.Round(100 * Math.Abs(before / now - 1), 2, MidpointRounding.AwayFromZero);
        var amount = moved == 0 ? words["rates-under-by"] : RateFormat.Value(moved, 2, words.Language) + RateFormat.PercentSign(words.Language);
        return First(words.Fill(now > before ? $"rates-weaker.{span}" : $"rates-stronger.{span}", money, amount));
    }

    static string First(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
