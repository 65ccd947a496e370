using System.Net;
using System.Text.Json;
using Chapar.Hosting;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Settings;
using Microsoft.AspNetCore.Routing;

namespace Chapar.Tests.Rates;

public class RatesApiTests
{
    [Fact]
    public async Task All_rates_are_decimal_strings_with_their_source_and_its_licence()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var answer = await rates.Site.GetAsync("/api/rates");
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var dollar = json.RootElement.GetProperty("rates").EnumerateArray().First(r => r.GetProperty("base").GetString() == "USD" && r.GetProperty("quote").GetString() == "KGS");
        Assert.Equal(("87.5000", 1, "87,5000", "2026-11-24", "0.0500", "0.06", "fresh", "nbkr"),
            (Of("rate"), dollar.GetProperty("per").GetInt32(), Of("published"), Of("effective"), Of("change"), Of("changePercent"), Of("status"), Of("source")));
        Assert.Equal("87.6000", dollar.GetProperty("next").GetProperty("rate").GetString());
        Assert.All(json.RootElement.GetProperty("sources").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("licence").GetString()!));

        string? Of(string name) => dollar.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("/api/rates")]
    [InlineData("/api/rates.csv")]
    [InlineData("/api/rates/usd-kgs")]
    [InlineData("/api/rates/usd-kgs/history")]
    [InlineData("/api/rates/usd-kgs/history.csv?from=2026-11-20")]
    [InlineData("/api/rates/convert?amount=1&from=usd&to=kgs")]
    [InlineData("/api/openapi.json")]
    public async Task What_has_not_changed_is_answered_304(string path)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var first = await rates.Site.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotNull(first.Headers.ETag);
        using HttpRequestMessage again = new(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await rates.Site.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/rates")]
    [InlineData("/api/rates/usd-kgs/history.csv")]
    [InlineData("/api/rates/convert?amount=1&from=usd&to=kgs")]
    public async Task A_script_of_another_site_may_ask_whether_something_has_changed(string path)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        using HttpRequestMessage asked = new(HttpMethod.Options, path);
        asked.Headers.Add("Origin", "https://reader.example");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var answer = await rates.Site.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NoContent, "*", "GET, HEAD", "If-None-Match"),
            (answer.StatusCode, Of("Access-Control-Allow-Origin"), Of("Access-Control-Allow-Methods"), Of("Access-Control-Allow-Headers")));

        string Of(string name) => string.Join(", ", answer.Headers.GetValues(name));
    }

    [Theory]
    [InlineData("/api/rates?day=1", 400, "day")]
    [InlineData("/api/rates/usd-kgs?on=yesterday", 400, "on")]
    [InlineData("/api/rates/usd-isk", 404, "pair")]
    [InlineData("/api/rates/usd-kgs?on=2020-01-01", 404, "on")]
    [InlineData("/api/rates/usd-kgs/history?from=2026-11-24&to=2026-11-20", 400, "from")]
    [InlineData("/api/rates/usd-kgs/history?from=1991-01-01&to=2099-01-01", 400, "from")]
    [InlineData("/api/rates/usd-kgs/history?carried=yes", 400, "carried")]
    [InlineData("/api/rates/convert?amount=-1&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=1%00&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=1%20000&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=1,000.50&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=1e9&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/convert?amount=123456789012345678901234567890&from=usd&to=kgs", 400, "amount")]
    [InlineData("/api/rates/usd-kgs?on=2022-02-30", 400, "on")]
    [InlineData("/api/rates/usd-kgs?on=9999-12-31", 404, "on")]
    [InlineData("/api/rates/convert?amount=1&from=usd&to=xx", 400, "to")]
    [InlineData("/api/nothing", 404, "path")]
    public async Task A_wrong_question_is_answered_with_the_name_of_the_wrong_parameter(string path, int status, string parameter)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var answer = await rates.Site.GetAsync(path);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(parameter, json.RootElement.GetProperty("parameter").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_history_is_what_the_bank_set_and_nothing_between()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        Assert.Equal("date,base,quote,rate,per,published,source,effective,status\r\n"
            + "2026-11-20,USD,KGS,87.4000,1,\"87,4000\",nbkr,2026-11-20,published\r\n2026-11-23,USD,KGS,87.4500,1,\"87,4500\",nbkr,2026-11-23,published\r\n",
            await rates.TextAsync("/api/rates/usd-kgs/history.csv?from=2026-11-18&to=2026-11-23"));
        Assert.Contains("2026-11-24,KGS,USD,0.0114286,1,,nbkr,2026-11-24,derived", await rates.TextAsync("/api/rates/kgs-usd/history.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_on_which_the_bank_set_nothing_are_told_only_when_asked_for_and_days_of_a_gap_never()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("01.10.2026", "86,0000"));
        await rates.LoadSomAsync();
        Assert.Equal("date,base,quote,rate,per,published,source,effective,status\r\n"
            + "2026-11-19,USD,KGS,87.0000,1,\"87,0000\",nbkr,2026-11-17,carried\r\n2026-11-20,USD,KGS,87.4000,1,\"87,4000\",nbkr,2026-11-20,published\r\n"
            + "2026-11-21,USD,KGS,87.4000,1,\"87,4000\",nbkr,2026-11-20,carried\r\n",
            await rates.TextAsync("/api/rates/usd-kgs/history.csv?from=2026-11-19&to=2026-11-21&carried=true"));
        using var json = JsonDocument.Parse(await rates.TextAsync("/api/rates/usd-kgs/history?from=2026-10-01&to=2026-11-18&carried=true"));
        Assert.Equal(["2026-10-01 2026-10-01 published False", "2026-11-17 2026-11-17 published True", "2026-11-18 2026-11-17 carried True"],
            json.RootElement.GetProperty("values").EnumerateArray().Select(v => $"{v.GetProperty("date")} {v.GetProperty("effective")} {v.GetProperty("status")} {v.GetProperty("afterGap")}"));
    }

    [Theory]
    [InlineData("/api/rates/usd-kgs", "late")]
    [InlineData("/api/rates/kgs-usd", "late")]
    [InlineData("/api/rates/usd-tmt", "fixed")]
    [InlineData("/api/rates/usd-kgs?on=2026-08-01", "published")]
    [InlineData("/api/rates/kgs-usd?on=2026-08-01", "derived")]
    [InlineData("/api/rates/usd-kgs?on=2026-08-02", "carried")]
    public async Task A_rate_says_how_it_stands(string path, string status)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("01.08.2026", "87,4500"));
        using var json = JsonDocument.Parse(await rates.TextAsync(path));
        Assert.Equal(status, json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_weekly_value_is_late_by_itself_while_the_daily_ones_are_fresh()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbkr", SmallDocuments.NbkrWeekly.Replace("23.05.2026", "07.11.2026", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await rates.TextAsync("/api/rates"));
        var statuses = json.RootElement.GetProperty("rates").EnumerateArray().Where(r => r.GetProperty("source").GetString() == "nbkr")
            .ToDictionary(r => r.GetProperty("base").GetString()!, r => r.GetProperty("status").GetString());
        Assert.Equal(("fresh", "late"), (statuses["USD"], statuses["UZS"]));
        Assert.Equal("valid for 07.11.2026", (await rates.Site.PageAsync("/rates/nbkr")).QuerySelector("tr:has(a[href='/rates/uzs-kgs']) small.stale")?.TextContent.Trim());
    }

    [Fact]
    public async Task The_terms_of_all_banks_stand_at_one_address_to_which_every_answer_leads()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var json = JsonDocument.Parse(await rates.TextAsync("/api/rates/sources"));
        Assert.Equal(["nbkr", "nbk", "nbt", "cbu", "cbt", "cbr", "ecb"], json.RootElement.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("key").GetString()));
        Assert.All(json.RootElement.GetProperty("sources").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("licence").GetString()!));
        foreach (var path in (string[])["/api/rates.csv", "/api/rates.csv", "/api/rates/usd-kgs/history.csv", "/api/rates/usd-isk"])
        {
            using var answer = await rates.Site.GetAsync(path);
            Assert.StartsWith("</api/rates/sources>; rel=\"license\"", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cache_may_keep_an_answer_until_a_bank_is_asked_again_and_no_longer_than_the_day_lasts_at_a_bank()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        Assert.Equal(TimeSpan.FromMinutes(5), await KeptAsync());
        await rates.Site.ChangeAsync(db => db.NoteAsync(RateSources.Of("nbk"), state => { state.AskAgainAt(rates.Site.Now.AddMinutes(7)); return false; }, TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromMinutes(7), await KeptAsync());
        // Noon in Bishkek: its midnight is twelve hours away.
        rates.Site.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(3));
        await rates.Site.ChangeAsync(db => db.NoteAsync(RateSources.Of("nbk"), state => { state.AskAgainAt(rates.Site.Now.AddHours(9)); return false; }, TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromMinutes(3), await KeptAsync());

        async Task<TimeSpan?> KeptAsync()
        {
            using var answer = await rates.Site.GetAsync("/api/rates/usd-kgs");
            return answer.Headers.CacheControl?.MaxAge;
        }
    }

    [Fact]
    public async Task A_conversion_says_the_rate_it_used()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var json = JsonDocument.Parse(await rates.TextAsync("/api/rates/convert?amount=1000.50&from=USD&to=kgs"));
        Assert.Equal(("87543.75", "87.5000", "2026-11-24"), (json.RootElement.GetProperty("result").GetString(),
            json.RootElement.GetProperty("rate").GetProperty("rate").GetString(), json.RootElement.GetProperty("rate").GetProperty("effective").GetString()));
    }

    [Fact]
    public async Task The_description_has_every_address_and_every_field()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var description = JsonDocument.Parse(await rates.TextAsync("/api/openapi.json"));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name);
        var folder = Directory.CreateTempSubdirectory("chapar-api-").FullName;
        await using var app = ChaparApp.Build(ChaparSettings.Read(folder));
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern)
            .Where(p => p.RawText!.StartsWith("/api/", StringComparison.Ordinal) && p.RawText is not "/api/openapi.json" && !p.RawText.Contains("**", StringComparison.Ordinal)).Select(p => p.RawText!.Replace(":regex(^[a-z]{{3}}-[a-z]{{3}}$)", "", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
        Assert.Equal(routes.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));

        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var (path, schema) in new[] { ("/api/rates", "Latest"), ("/api/rates/usd-kgs", "Rate"), ("/api/rates/usd-kgs/history", "History"), ("/api/rates/sources", "Sources"), ("/api/rates/convert?amount=1&from=usd&to=kgs", "Conversion"), ("/api/search?q=a", "Found"), ("/api/complete?q=a", "Completions") })
        {
            using var json = JsonDocument.Parse(await rates.TextAsync(path));
            Assert.Equal(Fields(schemas.GetProperty(schema)), json.RootElement.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());
        }
        using var latest = JsonDocument.Parse(await rates.TextAsync("/api/rates"));
        Assert.Equal(Fields(schemas.GetProperty("Row")), latest.RootElement.GetProperty("rates")[0].EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());

        using var history = JsonDocument.Parse(await rates.TextAsync("/api/rates/usd-kgs/history"));
        Assert.Equal(Fields(schemas.GetProperty("Value")), history.RootElement.GetProperty("values")[0].EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());

        static string[] Fields(JsonElement schema) => [.. schema.GetProperty("properties").EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Bulletins_make_a_feed_without_weekend_copies()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("26.11.2026", "87,6000", "102,0000"));
        using var json = JsonDocument.Parse(await rates.TextAsync("/rates/feed.json"));
        var titles = json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()).ToList();
        Assert.Equal(5, titles.Count);
        Assert.Equal("National Bank of the Kyrgyz Republic: valid for 25 November 2026", titles[0]);
        Assert.Contains("<li>1 USD (US dollar) = 87.6000 KGS</li>", json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString(), StringComparison.Ordinal);
        foreach (var path in (string[])["/rates/feed.xml", "/rates/atom.xml", "/ru/rates/atom.xml"])
            Assert.Contains("87", await rates.TextAsync(path), StringComparison.Ordinal);
    }
}
