using System.Net;
using System.Text.Json;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Rates.Fetching;

public class FetchCommandTests
{
    static readonly DateTimeOffset evening = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero); // 18:00 in Bishkek

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_the_document_keeps_how_it_came()
    {
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T12:00", question => KyrgyzBank.Answer(question, evening));
        Assert.Equal(0, await newsroom.CommandAsync("rates", "fetch", "nbkr"));
        Assert.StartsWith("nbkr: a new bulletin: for 2026-05-21, 1 loaded", newsroom.Output, StringComparison.Ordinal);
        RateDocument document = await newsroom.Site.ChangeAsync(db => db.RateDocuments.SingleAsync(d => d.FileName == "daily.xml"));
        Assert.Equal((200, true, RatesWorld.Utc("2026-05-20T12:00")), (document.Status, document.Address!.EndsWith("/nbkr/XML/daily.xml", StringComparison.Ordinal), document.FetchedAt));
        Assert.StartsWith("\"", document.ETag, StringComparison.Ordinal);

        int asked = newsroom.Server.Log.Count;
        Assert.Equal(0, await newsroom.CommandAsync("rates", "fetch", "nbkr"));
        Assert.Equal("nbkr: nothing new\n", newsroom.Output);
        Assert.Equal(["nbkr XML/daily.xml", "nbkr XML/weekly.xml"], newsroom.Server.Log.Skip(asked));
        Assert.Equal(2, newsroom.Server.NotModified);
        Assert.Equal(["Mozilla/5.0 (compatible; Chapar/1.0; +https://courier.example)"], newsroom.Server.Agents);
    }

    [Fact]
    public async Task Three_kinds_of_nothing_have_three_names()
    {
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T12:00", question => question.Source switch
        {
            "cbt" => Page.NotFound, // the Turkmen bank's way to say that there is none
            "nbk" => new(SmallDocuments.Bytes(SmallDocuments.NbkNothing)),
            "cbu" => new("[]"u8.ToArray()),
            "cbr" => new(SmallDocuments.Bytes("<ValCurs>Error in parameters</ValCurs>")),
            _ => Page.NotFound,
        });
        Assert.Equal(1, await newsroom.CommandAsync("rates", "fetch"));
        string[] lines = newsroom.Output.Split('\n');
        Assert.Equal("nbkr: transport failure: HTTP 404", lines[0]);
        Assert.StartsWith("nbk: no publication", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("cbu: no publication", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("cbt: no publication: HTTP 404", lines[4], StringComparison.Ordinal);
        Assert.Equal("cbr: wrong document: <ValCurs> holds the text \"Error in parameters\"", lines[5]);
    }

    [Fact]
    public async Task The_desk_and_the_health_check_say_how_it_stands_and_a_bank_that_is_down_takes_no_newspaper_off_the_air()
    {
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T12:00", question => KyrgyzBank.Answer(question, evening));
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        newsroom.Server.Fault = LineFault.ServerError;
        newsroom.Set("2026-05-27T12:00");
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        Assert.Equal(0, await newsroom.CommandAsync("rates", "status"));
        string[] lines = newsroom.Output.Split('\n');
        Assert.Equal("nbkr  failing  bulletin for 2026-05-21; asked 2026-05-27 12:00 UTC: transport failure (HTTP 502), the 2 last times in vain", lines[0]);
        Assert.Equal("nbk   missing  no bulletin; not asked yet", lines[1]);

        await newsroom.CommandAsync("rates", "status", "--json");
        using JsonDocument desk = JsonDocument.Parse(newsroom.Output);
        Assert.Equal(("transport failure", 2, "2026-05-20T12:00:00Z"), (Told("outcome").GetString(), Told("failures").GetInt32(), Told("lastAnswer").GetString()));
        using HttpResponseMessage health = await newsroom.Site.GetAsync("/health/rates");
        Assert.Equal(newsroom.Output.Trim(), (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim());
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Site.GetAsync("/health/ready")).StatusCode);
        var (value, day, said) = await newsroom.ShownAsync(NationalBankOfTheKyrgyzRepublic.Source);
        Assert.Equal((KyrgyzBank.Printed(new(2026, 5, 21)).Replace(',', '.'), "2026-05-21"), (value, day));
        Assert.Contains("late", said, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await newsroom.Site.PageAsync("/rates")).Body!.TextContent, StringComparison.Ordinal);

        JsonElement Told(string name) => desk.RootElement[0].GetProperty(name);
    }

    [Fact]
    public async Task A_history_that_was_interrupted_goes_on_where_it_was()
    {
        string broken = "20.01.2026";
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-03-01T12:00", question =>
        {
            string day = question.Path[^10..];
            return day == broken ? Page.NotFound
                : day is "24.01.2026" or "25.01.2026" ? new(SmallDocuments.Bytes(SmallDocuments.NbkNothing.Replace("05.04.2026", day, StringComparison.Ordinal)))
                : new(SmallDocuments.Bytes(SmallDocuments.NbkDay.Replace("02.04.2026", day, StringComparison.Ordinal)));
        });
        Assert.Equal(1, await newsroom.CommandAsync("rates", "fetch", "nbk", "--from", "2026-01-01"));
        Assert.EndsWith("nbk: stopped at rss/get_rates.cfm?fdate=20.01.2026: transport failure: HTTP 404. The same command goes on there.\n", newsroom.Output, StringComparison.Ordinal);
        broken = "";
        int asked = newsroom.Server.Log.Count;
        Assert.Equal(0, await newsroom.CommandAsync("rates", "fetch", "nbk", "--from", "2026-01-01"));
        Assert.StartsWith("nbk: goes on behind rss/get_rates.cfm?fdate=19.01.2026\nnbk: 30 of 60 documents, 50 %, up to 2026-01-30\nnbk: 60 of 60", newsroom.Output, StringComparison.Ordinal);
        Assert.Equal("nbk rss/get_rates.cfm?fdate=20.01.2026", newsroom.Server.Log[asked]);
        Assert.Equal(58, await newsroom.Site.ChangeAsync(db => db.Bulletins.CountAsync()));
        Assert.Equal(2, newsroom.Server.Connections.Count); // one a command
    }

    [Fact]
    public async Task An_answer_for_another_day_never_gets_into_the_history()
    {
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T12:00", _ => new(SmallDocuments.Bytes(SmallDocuments.NbtHistory)));
        Assert.Equal(1, await newsroom.CommandAsync("rates", "fetch", "nbt", "--from", "2026-05-19"));
        Assert.Contains("wrong document: asked for 2026-05-19 to 2026-05-20, it has 2026-05-18", newsroom.Output, StringComparison.Ordinal);
        Assert.False(await newsroom.Site.ChangeAsync(db => db.Bulletins.AnyAsync()));
    }

    [Fact]
    public async Task What_no_bank_says_is_off_until_switched_on_and_never_stands_for_an_official_value()
    {
        Page rows = new("""[{"date":"2026-05-20","base":"USD","quote":"KGS","rate":87.4571},{"date":"2026-05-19","base":"USD","quote":"TMT","rate":3.499823}]"""u8.ToArray());
        await using Newsroom off = await Newsroom.OpenAsync("2026-05-20T18:00", _ => rows);
        Assert.Equal(2, await off.CommandAsync("rates", "fetch", "frank"));
        Assert.Contains("rates:indicative", off.Output, StringComparison.Ordinal);
        Assert.Empty(off.Server.Log);

        await using Newsroom on = await Newsroom.OpenAsync("2026-05-20T18:00", _ => rows, new KeyValuePair<string, string?>("rates:indicative", "true"));
        Assert.Equal(0, await on.CommandAsync("rates", "fetch", "frank"));
        await on.CommandAsync("rates", "show");
        Assert.Contains("USD/KGS  nothing loaded yet", on.Output, StringComparison.Ordinal);
        Assert.Contains("USD/KGS  87.4571 of 2026-05-20, indicative, not official  (Frankfurter)", on.Output, StringComparison.Ordinal);
        await on.CommandAsync("rates", "status");
        Assert.Contains("indicative, not official", on.Output, StringComparison.Ordinal);

        // On the page they stand apart, under their name; nowhere else.
        foreach ((string path, string label) in ((string, string)[])[("/rates", "Indicative rates, not official"), ("/ru/rates", "Индикативные курсы, не официальные")])
        {
            var page = await on.Site.PageAsync(path);
            var section = Assert.Single(page.QuerySelectorAll(".indicative"));
            Assert.Equal(label, section.QuerySelector("h2")!.TextContent);
            Assert.Equal(["USD/KGS", "USD/TMT"], section.QuerySelectorAll("tbody th").Select(th => th.TextContent.Split(' ')[0]).Order());
            Assert.Contains(path == "/rates" ? "87.4571" : "87,4571", section.TextContent, StringComparison.Ordinal);
            section.Remove();
            Assert.DoesNotContain("4571", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
        foreach (string path in (string[])["/", "/api/rates", "/api/rates.csv", "/rates/embed/usd", "/rates/atom.xml"])
            Assert.DoesNotContain("4571", await (await on.Site.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No rate source is called \"nbx\". Known: nbkr, nbk, nbt, cbu, cbt, cbr, ecb, frank.", "nbx")]
    [InlineData("--from needs a source", "--from", "2015-01-01")]
    [InlineData("--from is \"1 May\": give a day such as 2015-01-01.", "nbk", "--from", "1 May")]
    public async Task A_command_that_cannot_be_meant_is_answered_with_what_can(string says, params string[] words)
    {
        StringWriter output = new();
        Assert.Equal(2, await Chapar.Hosting.Verbs.RunAsync(["rates", "fetch", .. words, "--data", "/nowhere"], new() { Output = output, Error = output }));
        Assert.Contains(says, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rates:addresses:nbx", "https://example.org/", "rates:addresses:nbx is for no source: known are nbkr, ")]
    [InlineData("rates:addresses:nbkr", "https://example.org", "with a slash at the end")]
    [InlineData("rates:seconds", "0", "rates:seconds is 0: allowed are 1 to 300.")]
    [InlineData("rates:pauseSeconds", "-1", "rates:pauseSeconds is -1: allowed are 0 to 600.")]
    [InlineData("rates:fetsh", "true", "rates:fetsh is not a setting: known are rates:fetch, ")]
    public async Task A_wrong_setting_is_named(string key, string value, string says)
    {
        Exception wrong = await Assert.ThrowsAsync<Chapar.Settings.SettingsException>(() => Site.StartAsync([new(key, value)]));
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
    }
}
