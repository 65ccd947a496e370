using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chapar.Database;

namespace Chapar.Rates;

/// <summary><c>rates show</c>: what the ticker shows, for people in English or for machines.</summary>
public static class RateShowing
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task ShowAsync(NewsDb db, DateTime nowUtc, TextWriter to, bool asJson = false, CancellationToken cancellation = default)
    {
        IReadOnlyList<TickerItem> items = await RateTicker.ReadAsync(db, nowUtc, cancellation: cancellation);
        if (asJson)
            await to.WriteLineAsync(JsonSerializer.Serialize(new { AsOf = nowUtc, Items = items.Select(ForMachines) }, json));
        else
            foreach (TickerItem item in items)
                await to.WriteLineAsync(ForPeople(item));
    }

    static string ForPeople(TickerItem item)
    {
        if (item.Published is null)
            return $"{item.Pair}  nothing loaded yet  ({item.Source.Name})";
        string move = item.Status == RateStatus.Fixed ? "fixed"
            : item.Change is null ? "no bulletin before"
            : item.Change.Movement == Movement.Unchanged ? "unchanged"
            : $"{item.Change.AbsoluteText("en")} ({item.Change.PercentText("en")})";
        string next = item.Next is null ? "" : $"; for {RateFormat.Day(item.Next.EffectiveOn)} {RateFormat.Value(item.Next.Published, "en")}";
        string per = item.Nominal == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" for {item.Nominal}");
        return $"{item.Pair}  {item.Value("en")}{per}  {move}, valid for {RateFormat.Day(item.EffectiveOn!.Value)}, "
            + $"{item.Status.ToString().ToLowerInvariant()}{(item.IsCorrected ? ", corrected" : "")}{next}  ({item.Source.Name})";
    }

    /// <summary>Numbers are strings with a point and without grouping, so that no reader rounds them.</summary>
    static object ForMachines(TickerItem item) => new
    {
        item.Pair,
        Base = "USD",
        Quote = item.Currency,
        Rate = item.Published?.Replace(',', '.'),
        Per = item.Nominal,
        item.Published,
        Effective = item.EffectiveOn,
        Movement = item.MovementKey["rate-".Length..],
        Change = item.Change?.Absolute.ToString("F" + item.Change.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ChangePercent = item.Change?.Percent.ToString("F2", CultureInfo.InvariantCulture),
        Status = item.Status.ToString().ToLowerInvariant(),
        Corrected = item.IsCorrected,
        Next = item.Next is null ? null : new { Rate = item.Next.Published.Replace(',', '.'), Per = item.Next.Nominal, Effective = item.Next.EffectiveOn },
        Source = new { item.Source.Key, item.Source.Name, item.Source.Url },
    };
}
