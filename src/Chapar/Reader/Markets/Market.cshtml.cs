using Chapar.Database;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>One of the five moneys of the region at the head of the page.</summary>
/// <param name="Spark">The path of its small chart; "" for none.</param>
public sealed record RegionPanel(TickerRate Rate, TickerItem Item, string Name, string Spark);

/// <summary>A row of the crosses: one money in the four others.</summary>
/// <param name="Units">For how many units its values are.</param>
/// <param name="Values">In the order of <see cref="RateTicker.Currencies"/>; null for itself.</param>
public sealed record CrossRow(string Currency, int Units, IReadOnlyList<string?> Values);

/// <summary>The markets page: the five moneys of the region, their crosses, then each bank with what matters most of its list.</summary>
public sealed class MarketModel(ReaderDesk desk, FetchOptions fetching) : ReaderPage(desk)
{
    public TickerChoice Choice { get; private set; } = TickerChoice.Usual;
    public IReadOnlyList<RegionPanel> Panels { get; private set; } = [];
    public IReadOnlyList<CrossRow> Crosses { get; private set; } = [];

    /// <summary>The sources of which something was loaded, and the fixed manat; only on the usual page.</summary>
    public IReadOnlyList<BankTable> Banks { get; private set; } = [];

    /// <summary>What is no bank's word; empty unless the publication wants it.</summary>
    public IReadOnlyList<IndicativeRate> Indicative { get; private set; } = [];

    /// <summary>What to copy for showing the rates on another site.</summary>
    public string Snippet =>
        $"<iframe src=\"{Absolute($"{Prefix}/rates/embed/{Choice.Key}")}\" title=\"{W["rates-official"]}\" width=\"100%\" height=\"130\" loading=\"lazy\"></iframe>";

    public async Task<IActionResult> OnGetAsync(string? money, string? turned)
    {
        if (TickerChoice.Find(money ?? "usd", turned is not null) is not { } choice) return NotFound();
        if (money is not null && choice == TickerChoice.Usual) return RedirectPermanent(Prefix + choice.Path);
        Choice = choice;
        Rendering.DependOn(EditionNames.Rates);
        var stop = HttpContext.RequestAborted;
        var bulletins = await this.BulletinsAsync(Rendering);
        var items = await RateTicker.ReadAsync(Asking, bulletins, Choice.Base, stop);
        IReadOnlyDictionary<(string, string), RateSeries> recent;
        if (Choice == TickerChoice.Usual)
        {
            var sources = RatesTable.Of(bulletins).Sources.Where(s => s.Rates.Count > 0).ToList();
            recent = await RecentAsync(sources.Select(s => (s.Source, s.EffectiveOn)), stop);
            Banks = [.. sources.Select(s => new BankTable(s, [.. s.Main], recent, this))];
            Crosses = CrossesOf(items);
            Indicative = await IndicativeRates.ReadAsync(Db, fetching.Sources, Now, stop);
        }
        else
        {
            recent = await RecentAsync(items.Select(i => (i.Source, i.EffectiveOn)), stop);
            Furniture = Furniture with { Ticker = TickerView.Of(this, Choice, items) };
        }
        Panels = [.. from rate in TickerView.Of(this, Choice, items).Rates
                     let item = items.Single(i => i.Source.Key == rate.SourceKey)
                     let series = recent.GetValueOrDefault((item.Source.Key, Choice.Base))
                     select new RegionPanel(rate, item, CurrencyNames.Title(item.Currency, Language), series is null ? "" : Sparkline.Of(series, Choice.IsInverse))];
        Head.Title = Choice == TickerChoice.Usual ? W["rates"] : W.Fill(Choice.IsInverse ? "rates-turned" : "rates-in", Choice.Base);
        Head.Description = W.Fill("rates-description", Publication.Name);
        Head.Canonical = Prefix + Choice.Path;
        Head.Feeds = $"{Prefix}/rates";
        Head.Translations = [.. Publication.Languages.Select(l => (l, Publication.Prefix(l) + Choice.Path))];
        return Kept();
    }

    /// <summary>The days to the newest of each bank, which may be late.</summary>
    Task<IReadOnlyDictionary<(string Source, string Currency), RateSeries>> RecentAsync(IEnumerable<(RateSource Source, DateOnly? Day)> banks, CancellationToken stop) =>
        RateHistory.RecentAsync(Db, banks.Where(b => b.Day is not null).ToDictionary(b => b.Source, b => b.Day!.Value), Sparkline.Days, [.. Currencies.Main], stop);

    /// <summary>Through the dollar of each home bank.</summary>
    IReadOnlyList<CrossRow> CrossesOf(IReadOnlyList<TickerItem> dollars)
    {
        if (dollars.Count(d => d.UnitValue is not null) < 2) return [];
        return [.. from row in dollars
                   where row.UnitValue is not null
                   let units = dollars.Where(d => d != row && d.UnitValue is not null).Max(d => DerivedRate.Of(d.UnitValue!.Value / row.UnitValue!.Value).Units)
                   select new CrossRow(row.Currency, units, [.. dollars.Select(d => d == row || d.UnitValue is not { } value ? null
                       : RateFormat.Value(DerivedRate.Text(units * value / row.UnitValue!.Value), Language))])];
    }

    /// <summary>For a later day, where the bank has set it: "for 25 November 2026: 87.5000, +0.05 (+0.06%)".</summary>
    public string? Later(TickerItem item)
    {
        if (item.Next is not { } next) return null;
        var value = Choice.IsInverse ? RateFormat.Value(DerivedRate.Of(1 / next.UnitValue).Digits, Language) : RateFormat.Value(next.Published, Language);
        var change = Choice.IsInverse ? "" : RateTexts.Change(W, next.Change, isFixed: false);
        return W.Fill("rates-later", Dates.Day(next.EffectiveOn), change.Length > 0 ? $"{value}, {change}" : value);
    }
}
