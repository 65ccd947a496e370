using System.Net;
using System.Text.Json;
using Chapar.Hosting;
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
            .Where(p => p.RawText!.StartsWith("/api/rates", StringComparison.Ordinal)).Select(p => p.RawText!.Replace(":regex(^[a-z]{{3}}-[a-z]{{3}}$)", "", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
        Assert.Equal(routes.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));

        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var (path, schema) in new[] { ("/api/rates", "Latest"), ("/api/rates/usd-kgs", "Rate"), ("/api/rates/usd-kgs/history", "History"), ("/api/rates/convert?amount=1&from=usd&to=kgs", "Conversion") })
        {
            using var json = JsonDocument.Parse(await rates.TextAsync(path));
            Assert.Equal(Fields(schemas.GetProperty(schema)), json.RootElement.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());
        }
        using var latest = JsonDocument.Parse(await rates.TextAsync("/api/rates"));
        Assert.Equal(Fields(schemas.GetProperty("Row")), latest.RootElement.GetProperty("rates")[0].EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());

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
