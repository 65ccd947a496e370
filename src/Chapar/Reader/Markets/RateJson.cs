using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>Rates as programs get them: codes, decimal strings with a point and without grouping, days as yyyy-MM-dd. docs/formats.md and
/// openapi.json say what each field means.</summary>
static class RateJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Which pair a bank's row tells.</summary>
    public static (string Base, string Quote) PairOf(RateSource source, string foreign) =>
        source.Quotation == Quotation.HomePerForeign ? (foreign, source.HomeCurrency) : (source.HomeCurrency, foreign);

    public static JsonObject Row(SourceRates bank, TableRate rate)
    {
        var (first, second) = PairOf(bank.Source, rate.Currency);
        return new()
        {
            ["base"] = first,
            ["quote"] = second,
            ["rate"] = Digits(rate.Published),
            ["per"] = rate.Nominal,
            ["published"] = rate.Published,
            ["effective"] = Day(rate.EffectiveOn),
            ["change"] = rate.Change is { } change ? Fixed(change.Absolute, change.Decimals) : null,
            ["changePercent"] = rate.Change is { } moved ? Fixed(moved.Percent, 2) : null,
            ["corrected"] = rate.IsCorrected,
            ["status"] = Word(rate.Status),
            ["source"] = bank.Source.Key,
            ["next"] = rate.Next is { } next ? new JsonObject { ["rate"] = Digits(next.Published), ["per"] = next.Nominal, ["effective"] = Day(next.EffectiveOn) } : null,
        };
    }

    /// <summary>"fresh", "carried", "late", "failing", "fixed".</summary>
    public static string Word(RateStatus status) => status.ToString().ToLowerInvariant();

    public static JsonObject Source(RateSource source) => new()
    {
        ["key"] = source.Key,
        ["name"] = source.Name,
        ["home"] = source.HomeCurrency,
        ["url"] = source.Url.ToString(),
        ["licence"] = source.Terms,
    };

    /// <summary>One value of a pair, with the rows it is made from.</summary>
    /// <param name="rate">The value.</param>
    /// <param name="status">How it stands to today, or to the day that was asked for.</param>
    public static JsonObject Rate(CrossRate rate, string status)
    {
        var derived = DerivedRate.Of(rate.UnitValue);
        var row = rate.IsPublished ? rate.Legs[0].Row : null;
        return new()
        {
            ["base"] = rate.From,
            ["quote"] = rate.To,
            ["on"] = Day(rate.On),
            ["rate"] = row is null ? derived.Digits : Digits(row.Published),
            ["per"] = row?.Nominal ?? derived.Units,
            ["published"] = row?.Published,
            ["derived"] = row is null,
            ["effective"] = Day(rate.EffectiveOn),
            ["status"] = status,
            ["path"] = new JsonArray([.. rate.Legs.Select(Leg)]),
        };
    }

    /// <summary>What a value of a past day is: "carried" (of an earlier day and in force on this one), "derived" (by us), "corrected" (the bank has said
    /// something else for that day before) or "published".</summary>
    public static string Word(DateOnly day, DateOnly effective, RatePoint? row) =>
        day != effective ? "carried" : row is null ? "derived" : row.IsCorrected ? "corrected" : "published";

    /// <summary>One value of a history.</summary>
    /// <param name="units">For how many units what no bank printed is told.</param>
    /// <param name="day">The day it is told for: its own, or a later one on which it was still in force.</param>
    public static JsonObject Step(PairStep step, DateOnly day, int units) => new()
    {
        ["date"] = Day(day),
        ["effective"] = Day(step.Day),
        ["rate"] = Digits(step, units),
        ["per"] = step.Row?.Nominal ?? units,
        ["published"] = step.Row?.Published,
        ["corrected"] = step.Row?.IsCorrected ?? false,
        ["status"] = Word(day, step.Day, step.Row),
        ["afterGap"] = step.IsAfterGap,
    };

    static JsonObject Leg(CrossLeg leg)
    {
        var (first, second) = PairOf(leg.Source, leg.Foreign);
        return new()
        {
            ["base"] = first,
            ["quote"] = second,
            ["rate"] = Digits(leg.Row.Published),
            ["per"] = leg.Row.Nominal,
            ["published"] = leg.Row.Published,
            ["effective"] = Day(leg.Row.EffectiveOn),
            ["source"] = leg.Source.Key,
        };
    }

    public static string Digits(string published) => published.Replace(',', '.');

    public static string Digits(PairStep step, int units) => step.Row is { } row ? Digits(row.Published) : DerivedRate.Text(step.UnitValue * units);

    public static string Day(DateOnly day) => RateTexts.Machine(day);

    static string Fixed(decimal value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
