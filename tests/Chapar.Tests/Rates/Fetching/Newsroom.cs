using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Chapar.Database;
using Chapar.Hosting;
using Chapar.Rates;
using Chapar.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>A site, and a person who gives commands on the same data folder, with the same clock; all banks are played.</summary>
sealed class Newsroom : IAsyncDisposable
{
    Newsroom(Site site, ReplayServer server) => (Site, Server) = (site, server);

    public Site Site { get; }
    public ReplayServer Server { get; }

    public static async Task<Newsroom> OpenAsync(string utc, Func<Question, Page> bank, params KeyValuePair<string, string?>[] more)
    {
        ReplayServer server = await ReplayServer.StartAsync(bank);
        Site site = await Site.StartAsync([.. server.Settings.ExceptBy(more.Select(m => m.Key), s => s.Key), .. more]);
        Newsroom newsroom = new(site, server) { more = more };
        newsroom.Set(utc);
        await newsroom.WaitForBanksAsync(Patience);
        return newsroom;
    }

    /// <summary>Seconds in which every answer comes that comes at all, on any machine.</summary>
    public const int Patience = 60;

    KeyValuePair<string, string?>[] more = [];

    /// <summary>Says how many seconds the next commands wait for a whole answer.</summary>
    public Task WaitForBanksAsync(int seconds)
    {
        Dictionary<string, object> rates = new()
        {
            ["fetch"] = false,
            ["seconds"] = seconds,
            ["pauseSeconds"] = 0,
            ["addresses"] = Server.Settings.Where(s => s.Key.StartsWith("rates:addresses:", StringComparison.Ordinal)).ToDictionary(s => s.Key.Split(':')[2], s => s.Value),
        };
        foreach ((string key, string? value) in more.Where(m => m.Key.StartsWith("rates:", StringComparison.Ordinal)))
            rates[key["rates:".Length..]] = value!;
        return File.WriteAllTextAsync(Path.Combine(Site.Folder, "chapar.json"), JsonSerializer.Serialize(new
        {
            publication = new { baseUrl = "https://courier.example" },
            database = new { postgres = Site.Services.GetRequiredService<ChaparSettings>().Database.Postgres },
            rates,
        }), TestContext.Current.CancellationToken);
    }

    public DateTime Now => Site.Now;

    public void Set(DateTime utc) => Site.Clock.Advance(utc - Site.Now);

    public void Set(string utc) => Set(RatesWorld.Utc(utc));

    /// <summary>Gives a command; what it printed stands in <see cref="Output"/>.</summary>
    public async Task<int> CommandAsync(params string[] words)
    {
        StringWriter output = new(CultureInfo.InvariantCulture);
        int exit = await Verbs.RunAsync([.. words, "--data", Site.Folder], new() { Clock = Site.Clock, Output = output, Error = output });
        Output = output.ToString();
        // What the watch for other processes does within a tenth of a second on SQLite: the site looks at everything anew.
        Site.Services.GetRequiredService<Editions>().Raise([EditionNames.Rates]);
        return exit;
    }

    public string Output { get; private set; } = "";

    /// <summary>What readers see of a bank's dollar: the value, its day, and what is said of it. From the ticker for the five countries of the
    /// region, else from the page of rates.</summary>
    public async Task<(string Value, string Day, string Said)> ShownAsync(RateSource source)
    {
        var page = await Site.PageAsync("/rates");
        IElement? place = page.QuerySelectorAll(".ticker li").FirstOrDefault(li => li.TextContent.Contains("USD/" + source.HomeCurrency, StringComparison.Ordinal));
        place ??= page.QuerySelector("#" + source.Key)?.ParentElement!;
        Assert.True(place is not null, $"{source.Key} is not on the page of rates");
        string said = place.TextContent;
        string day = place.QuerySelector("time")!.GetAttribute("datetime")!;
        IElement value = place.QuerySelectorAll("tr").FirstOrDefault(row => row.QuerySelector("th")?.TextContent.Trim().StartsWith("USD", StringComparison.Ordinal) == true)?.QuerySelector("td")
            ?? place.QuerySelector("b, strong, .value, span") ?? place;
        return (value.TextContent.Trim(), day, said);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Server.DisposeAsync();
    }
}
