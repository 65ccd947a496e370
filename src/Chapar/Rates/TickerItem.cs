namespace Chapar.Rates;

/// <summary>One dollar, euro or rouble in the money of one country, as its own bank says.</summary>
/// <param name="Base">USD, EUR or RUB.</param>
/// <param name="Currency">ISO 4217 code of the country's money.</param>
/// <param name="Published">The value as printed by the bank; show it with <see cref="Value"/>. Null when nothing was ever loaded.</param>
/// <param name="Nominal">How many units of the base it is for.</param>
/// <param name="UnitValue">The value for one unit; null when nothing was ever loaded.</param>
/// <param name="EffectiveOn">The day it is valid for: to be shown always, and never as "today".</param>
/// <param name="Change">Against the bank's bulletin before; null when there is none, and always null for a fixed rate.</param>
/// <param name="Before">The value for one unit in the bulletin before; null where <paramref name="Change"/> is.</param>
/// <param name="IsCorrected">The bank has said another value for this day before.</param>
/// <param name="Next">The value for a later day, when it is already published.</param>
public sealed record TickerItem(
    string Base, string Currency, RateSource Source, string? Published, int Nominal, decimal? UnitValue, DateOnly? EffectiveOn, RateChange? Change,
    decimal? Before, RateStatus Status, bool IsCorrected, NextRate? Next)
{
    /// <summary>How the value was made where the bank's own could not be had; null for a published one.</summary>
    public CrossRate? Cross { get; init; }

    /// <summary>Base first: som for a dollar is USD/KGS.</summary>
    public string Pair => $"{Base}/{Currency}";

    /// <summary>Key of the words for the movement.</summary>
    public string MovementKey => Status == RateStatus.Fixed ? "rate-fixed" : RateWords.Key(Change);

    /// <summary>The value with all its digits in a language's form; empty when there is none.</summary>
    public string Value(string language) => Published is null ? "" : RateFormat.Value(Published, language);
}

/// <summary>A value that is published for a later day.</summary>
/// <param name="UnitValue">The value for one unit.</param>
/// <param name="Change">Against the value in force; null for a fixed one, or when none is in force.</param>
public sealed record NextRate(string Published, int Nominal, decimal UnitValue, DateOnly EffectiveOn, RateChange? Change);

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
