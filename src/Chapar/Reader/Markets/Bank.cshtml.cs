using Chapar.Database;
using Chapar.Rates;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>The whole list of one bank.</summary>
public sealed class BankModel(ReaderDesk desk) : ReaderPage(desk)
{
    public BankTable Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string bank)
    {
        // What is no bank's word has no list that could be taken for one: it stands on /rates, under its label.
        if (RateSources.Find(bank) is not { IsOfficial: true } source) return NotFound();
        Rendering.DependOn(EditionNames.Rates);
        var stop = HttpContext.RequestAborted;
        var rates = RatesTable.Of(source, await this.BulletinsAsync(Rendering));
        if (rates.EffectiveOn is not { } day) return NotFound();
        var recent = await RateHistory.RecentAsync(Db, new Dictionary<RateSource, DateOnly> { [source] = day }, Sparkline.Days, cancellation: stop);
        Table = new(rates, rates.Rates, recent, this);
        Head.Title = W.Fill("rates-of", RateTexts.Bank(W, source));
        Head.Description = W.Fill("rates-bank-description", RateTexts.Bank(W, source), Dates.Day(day), rates.Rates.Count);
        Head.Canonical = $"{Prefix}/rates/{source.Key}";
        Head.Feeds = $"{Prefix}/rates";
        Head.Translations = [.. Publication.Languages.Select(l => (l, $"{Publication.Prefix(l)}/rates/{source.Key}"))];
        return Kept();
    }
}
