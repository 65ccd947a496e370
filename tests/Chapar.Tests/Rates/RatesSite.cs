using Chapar.Rates;
using static Chapar.Tests.Rates.RatesWorld;
using static Chapar.Tests.Rates.SmallDocuments;

namespace Chapar.Tests.Rates;

/// <summary>The whole site with a few bulletins. Its clock stands on Tuesday, 24 November 2026, noon in Bishkek.</summary>
sealed class RatesSite(Site site) : IAsyncDisposable
{
    int documents;

    public Site Site => site;

    public static async Task<RatesSite> StartAsync() => new(await Site.StartAsync());

    public Task LoadAsync(string source, params string[] texts) => site.ChangeAsync(async db =>
    {
        List<string> files = [];
        foreach (var text in texts)
        {
            var file = Path.Combine(site.Folder, FormattableString.Invariant($"rates{++documents}"));
            await File.WriteAllBytesAsync(file, Bytes(text), TestContext.Current.CancellationToken);
            files.Add(file);
        }
        var report = await RateLoading.LoadAsync(db, RateSources.Of(source), files, site.Now, TextWriter.Null, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(report.Refusals);
    });

    /// <summary>The dollar in som: on the 20th, 23rd and 24th, and what is set for the 25th.</summary>
    public async Task LoadSomAsync()
    {
        await LoadAsync("nbkr", Kyrgyz("17.11.2026", "87,0000"), Kyrgyz("20.11.2026", "87,4000"), Kyrgyz("23.11.2026", "87,4500", "101,0000"), Kyrgyz("24.11.2026", "87,5000", "102,0000"));
        await LoadAsync("nbkr", Kyrgyz("25.11.2026", "87,6000", "102,0000"));
    }

    /// <summary>The dollar in Uzbek sum on the 24th.</summary>
    public Task LoadSumAsync() =>
        LoadAsync("cbu", CbuDay.Replace("01.04.2026", "24.11.2026", StringComparison.Ordinal).Replace("12150.20", "12142.10", StringComparison.Ordinal));

    /// <summary>The words of a page's main part, blanks as single ones.</summary>
    public async Task<string> MainAsync(string path) =>
        string.Join(' ', (await site.PageAsync(path)).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<string> TextAsync(string path) => await (await site.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
