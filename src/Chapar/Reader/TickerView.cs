using Chapar.Pages;
using Chapar.Rates;
using Chapar.Reader.Markets;

namespace Chapar.Reader;

/// <summary>One rate of the ticker, ready to be shown.</summary>
/// <param name="Pair">"USD/KGS".</param>
/// <param name="Path">The page of the pair, without the language: "/rates/usd-kgs".</param>
/// <param name="Value">As published, in the language's digits: "87.4500"; at six significant digits where it is turned round.</param>
/// <param name="Per">"" or "per 100": units of the first money the value is for.</param>
/// <param name="Change">"+0.12 (+0.14%)", "unchanged", "fixed"; "" where there is nothing to compare with.</param>
/// <param name="ValidFor">The day it is valid for, in words.</param>
/// <param name="ValidForMachine">The day as yyyy-MM-dd.</param>
/// <param name="Source">The bank's name.</param>
/// <param name="SourceKey">The bank's word: "nbkr". In capitals it is the short name.</param>
/// <param name="Status">"" when fresh or fixed, else the words for late, carried, corrected, cross.</param>
public sealed record TickerRate(
    string Pair, string Path, string Value, string Per, string Change, string ValidFor, string ValidForMachine, string Source, string SourceKey, string Status);

/// <summary>The official rates at the head of every page, once.</summary>
/// <param name="Choice">Which way they are told.</param>
public sealed record TickerView(IReadOnlyList<TickerRate> Rates, TickerChoice Choice)
{
    public static TickerView Empty { get; } = new([], TickerChoice.Usual);

    /// <summary>As it is now.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="choice">The usual one when null.</param>
    /// <param name="made">What is made of it; the page when null.</param>
    public static async Task<TickerView> ReadAsync(ReaderPage page, TickerChoice? choice = null, Rendering? made = null)
    {
        choice ??= TickerChoice.Usual;
        return Of(page, choice, await RateTicker.ReadAsync(page.Asking, await page.BulletinsAsync(made ?? page.Rendering), choice.Base, page.HttpContext.RequestAborted));
    }

    /// <summary>The items that were read already.</summary>
    public static TickerView Of(ReaderPage page, TickerChoice choice, IReadOnlyList<TickerItem> items) =>
        // The fixed manat is known before anything is loaded, and would stand alone.
        items.All(i => i.Status is RateStatus.Missing or RateStatus.Fixed) ? Empty
        : new([.. items.Where(i => i.Published is not null).Select(i => Rate(page, i, choice))], choice);

    static TickerRate Rate(ReaderPage page, TickerItem item, TickerChoice choice)
    {
        var (first, second) = choice.IsInverse ? (item.Currency, item.Base) : (item.Base, item.Currency);
        var turned = choice.IsInverse ? DerivedRate.Of(1 / item.UnitValue!.Value) : null;
        var day = item.EffectiveOn ?? default;
        return new($"{first}/{second}", RateTexts.Path(first, second),
            turned is null ? item.Value(page.Language) : RateFormat.Value(turned.Digits, page.Language),
            RateTexts.Per(page.W, turned?.Units ?? item.Nominal),
            turned is null ? RateTexts.Change(page.W, item.Change, item.Status == RateStatus.Fixed) : RateTexts.Turned(page.W, item),
            page.W.Fill("rate-valid", page.Dates.Day(day)), RateTexts.Machine(day), RateTexts.Bank(page.W, item.Source), item.Source.Key,
            RateTexts.ShortStatus(page.W, item.Status, item.IsCorrected, item.Cross is not null));
    }
}

/// <summary>Which way the ticker tells its rates: in which of the world's moneys, and which way round.</summary>
/// <param name="Base">USD, EUR or RUB.</param>
/// <param name="IsInverse">True for dollars of one som, false for som of one dollar.</param>
public sealed record TickerChoice(string Base, bool IsInverse)
{
    /// <summary>What a reader sees who has chosen nothing.</summary>
    public static TickerChoice Usual { get; } = new("USD", false);

    /// <summary>The last part of its addresses, and the word by which a browser remembers it: "eur", "eur/inverse".</summary>
    public string Key => Base.ToLowerInvariant() + (IsInverse ? "/inverse" : "");

    /// <summary>The page that shows the region this way: "/rates" for the usual one.</summary>
    public string Path => this == Usual ? "/rates" : "/rates/" + Key;

    /// <summary>The choice of an address, null when it is none.</summary>
    /// <param name="money">"usd", "eur" or "rub".</param>
    /// <param name="isInverse">Whether "/inverse" follows.</param>
    public static TickerChoice? Find(string? money, bool isInverse) =>
        RateTicker.Bases.FirstOrDefault(b => b.Equals(money, StringComparison.OrdinalIgnoreCase)) is { } found ? new(found, isInverse) : null;
}
