namespace Chapar.Rates;

/// <summary>One dollar in the money of one country, as its own bank says.</summary>
/// <param name="Currency">ISO 4217 code of the country's money.</param>
/// <param name="Published">The value as printed by the bank; show it with <see cref="Value"/>. Null when nothing was ever loaded.</param>
/// <param name="Nominal">How many dollars it is for.</param>
/// <param name="EffectiveOn">The day it is valid for: to be shown always, and never as "today".</param>
/// <param name="Change">Against the bank's bulletin before; null when there is none, and always null for a fixed rate.</param>
/// <param name="IsCorrected">The bank has said another value for this day before.</param>
/// <param name="Next">The value for a later day, when it is already published.</param>
public sealed record TickerItem(
    string Currency, RateSource Source, string? Published, int Nominal, DateOnly? EffectiveOn, RateChange? Change, RateStatus Status,
    bool IsCorrected, NextRate? Next)
{
    /// <summary>Base first: som for a dollar is USD/KGS.</summary>
    public string Pair => "USD/" + Currency;

    /// <summary>Key of the words for the movement.</summary>
    public string MovementKey => Status == RateStatus.Fixed ? "rate-fixed" : RateWords.Key(Change);

    /// <summary>Key of the words for the status.</summary>
    public string StatusKey => RateWords.Key(Status);

    /// <summary>The value with all its digits in a language's form; empty when there is none.</summary>
    public string Value(string language) => Published is null ? "" : RateFormat.Value(Published, language);
}

/// <summary>A value that is published for a later day.</summary>
public sealed record NextRate(string Published, int Nominal, DateOnly EffectiveOn);

/// <summary>Keys of the words that go with rates, for the text files of the site.</summary>
public static class RateWords
{
    /// <summary>rate-unchanged, rate-up, rate-down, or rate-first where there is nothing to compare with. Up means that the foreign
    /// money became dearer.</summary>
    public static string Key(RateChange? change) => change?.Movement switch
    {
        null => "rate-first",
        Movement.Up => "rate-up",
        Movement.Down => "rate-down",
        _ => "rate-unchanged",
    };

    /// <summary>rate-fresh, rate-carried, rate-late, rate-failing, rate-fixed, rate-missing.</summary>
    public static string Key(RateStatus status) => "rate-" + status.ToString().ToLowerInvariant();
}
