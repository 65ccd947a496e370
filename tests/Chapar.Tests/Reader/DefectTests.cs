using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chapar.Rates;

namespace Chapar.Tests.Reader;

/// <summary>
/// The defects of a live newspaper's site that a reader can meet, one or more tests for each, numbered as in the study of that
/// site. Not here, because they are the work of the newsroom, which comes with a later issue: D21 (a wrong date is hinted at
/// while one writes), D22 (one spelling for each name), D23 (the spelling pass); and of D14, D15 and D24 what staff see of
/// them: states of work, renaming a section, tidying a text while it is written.
/// </summary>
public sealed partial class DefectTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;
    int documents;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>Loads documents of a bank as "rates load" does.</summary>
    Task LoadAsync(string source, params string[] texts) => site.ChangeAsync(async db =>
    {
        List<string> files = [];
        foreach (var text in texts)
        {
            var file = Path.Combine(site.Folder, FormattableString.Invariant($"document{++documents}"));
            await File.WriteAllBytesAsync(file, Rates.SmallDocuments.Bytes(text), Stop);
            files.Add(file);
        }
        var report = await RateLoading.LoadAsync(db, RateSources.Of(source), files, site.Now, TextWriter.Null, cancellation: Stop);
        Assert.Empty(report.Refusals);
    });

    /// <summary>Asks for exactly this address, doubled slashes and all.</summary>
    async Task<(HttpStatusCode Status, string? To)> AskAsync(string address)
    {
        using var response = await site.Http.GetAsync(new Uri(site.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + address), Stop);
        return (response.StatusCode, response.Headers.Location?.ToString());
    }

    static string Text(IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string MainText(IHtmlDocument page) => Text(page.QuerySelector("main"));
}
