using Chapar.Database;
using Chapar.Rates;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>The official rates of all sources.</summary>
public sealed class RatesModel(ReaderDesk desk) : ReaderPage(desk)
{
    /// <summary>The sources of which something was loaded, and the fixed manat.</summary>
    public IReadOnlyList<SourceRates> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Rendering.DependOn(EditionNames.Rates);
        Sources = [.. (await RatesTable.ReadAsync(Db, Now, HttpContext.RequestAborted)).Sources.Where(s => s.Rates.Count > 0)];
        Head.Title = W["rates"];
        Head.Description = W.Fill("rates-description", Publication.Name);
        Head.Canonical = $"{Prefix}/rates";
        return Kept();
    }

    /// <summary>What the numbers of a source are: "KGS for one unit of foreign money, or for as many as are named".</summary>
    public string Explained(RateSource source) =>
        W.Fill(source.Quotation == Quotation.HomePerForeign ? "rates-home-money" : "rates-foreign-money", source.HomeCurrency);

    public string Change(TableRate rate) => RateTexts.Change(W, rate.Change, rate.IsFixed);

    public string Per(TableRate rate) => RateTexts.Per(W, rate.Nominal);

    public string Status(SourceRates source) => RateTexts.Status(W, source.Status);

    public static string Machine(DateOnly day) => RateTexts.Machine(day);
}
