using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Reader.Markets;

/// <summary>What a history says in words. Weaker and stronger are said of the money that the pair is told in: when a dollar costs 1 % more som, the som
/// buys 0.99 % less dollar, and that is the figure of the sentence.</summary>
public static class RateSentences
{
    /// <summary>"The Kyrgyz som is 0.43% weaker than a week ago, 1.30% weaker than a month ago and level with a year ago." Nothing is said of a day of
    /// which nothing is known; "" when there is nothing to say.</summary>
    /// <param name="history">Reaching back a year, where there is one.</param>
    /// <param name="today">The day of the newest value that may be called today's.</param>
    /// <param name="words">Of the page.</param>
    public static string Of(PairHistory history, DateOnly today, Words words)
    {
        if (history.InForceOn(today) is not { } now) return "";
        List<string> parts = [];
        foreach (var (span, then) in new[] { ("week", today.AddDays(-7)), ("month", today.AddMonths(-1)), ("year", today.AddYears(-1)) })
            if (then >= history.From && history.InForceOn(then) is { } before)
                parts.Add(Compared(before.UnitValue, now.UnitValue, span, words));
        return parts.Count == 0 ? "" : First(words.Fill("rates-said", CurrencyNames.Of(history.Rate.To, words.Language), Listed(parts, words)));
    }

    /// <summary>"0.43% weaker than a week ago".</summary>
    /// <param name="before">What the other money cost then; above 0.</param>
    /// <param name="now">What it costs now; above 0.</param>
    /// <param name="span">"week", "month" or "year".</param>
    /// <param name="words">Of the page.</param>
    public static string Compared(decimal before, decimal now, string span, Words words)
    {
        if (before == now) return words[$"rates-same.{span}"];
        return words.Fill(now > before ? $"rates-weaker.{span}" : $"rates-stronger.{span}", RateTexts.By(words, before / now - 1));
    }

    static string Listed(List<string> parts, Words words) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} {words["and"]} {parts[^1]}";

    static string First(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
