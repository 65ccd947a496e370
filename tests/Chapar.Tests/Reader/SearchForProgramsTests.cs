using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Chapar.Articles;
using Chapar.Names;
using Chapar.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>Search for programs: the answer as JSON, what completes a word, and the feed of a search.</summary>
public class SearchForProgramsTests
{
    static async Task<Site> RiversAsync()
    {
        var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", text: "Old men watched the river & waited.", at: new(2026, 11, 20, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("A river falls", section: world.Culture, author: world.Timur, format: Format.Opinion, at: new(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Река river", "ru", at: new(2026, 11, 21, 6, 0, 0, DateTimeKind.Utc));
        await site.DispatchAsync();
        return site;
    }

    static async Task<JsonElement> JsonAsync(Site site, string address)
    {
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    static IEnumerable<string?> Headlines(JsonElement found) => found.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("headline").GetString());

    [Fact]
    public async Task A_language_that_is_switched_off_is_neither_listed_nor_counted()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        foreach (var (headline, language) in new[] { ("A river", "en"), ("Река river", "ru"), ("Дарё river", "tg") }) await world.PublishAsync(headline, language);
        await site.DispatchAsync();
        Assert.Single((await site.ChangeAsync(db => SearchQuery.FindAsync(db, "дарё", "tg", 1, TestContext.Current.CancellationToken))).Ids);

        var all = await JsonAsync(site, "/api/search?q=river&language=all");
        Assert.Equal(2, all.GetProperty("total").GetInt32());
        Assert.DoesNotContain("Дарё river", Headlines(all));
        Assert.Equal(0, (await JsonAsync(site, "/api/search?q=дарё&language=all")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_answer_has_all_that_a_program_needs_to_show_a_hit()
    {
        await using var site = await RiversAsync();
        var found = await JsonAsync(site, "/api/search?q=men");
        Assert.Equal("""
            {"total":1,"more":false,"page":1,"size":20,"items":[{"url":"http://localhost:5080/2026/11/the-river-rises","headline":"The river rises","deck":"What is known about the river rises.","passage":[{"text":"Old ","hit":false},{"text":"men","hit":true},{"text":" watched the river & waited.","hit":false}],"published":"2026-11-20T12:00:00+06:00","language":"en","format":"news","section":{"slug":"politics","name":"Politics"},"authors":[{"slug":"aigul-sadyk","name":"Aigul Sadyk"}]}],"near":[]}
            """, found.GetRawText());
    }

    [Theory]
    [InlineData("q=river&sort=newest", "A river falls", "Река river", "The river rises")]
    [InlineData("q=river&language=ru", "Река river")]
    [InlineData("q=river&section=culture", "A river falls")]
    [InlineData("author=timur-rahim", "A river falls")]
    [InlineData("format=opinion", "A river falls")]
    [InlineData("place=osh&from=2026-11-21&before=2026-11-22", "Река river")]
    [InlineData("from=2026-11-21&before=2026-11-22", "Река river")]
    [InlineData("q=river&sort=newest&size=2&page=2", "The river rises")]
    public async Task A_program_narrows_as_a_reader_does(string query, params string[] headlines)
    {
        await using var site = await RiversAsync();
        Assert.Equal(headlines, Headlines(await JsonAsync(site, "/api/search?" + query)));
    }

    [Theory]
    [InlineData("/api/search", "q")]
    [InlineData("/api/search?q=x&colour=red", "colour")]
    [InlineData("/api/search?q=x&section=nowhere", "section")]
    [InlineData("/api/search?q=x&from=soon", "from")]
    [InlineData("/api/search?q=x&from=2026-01-02&before=2026-01-01", "before")]
    [InlineData("/api/search?q=x&size=51", "size")]
    [InlineData("/api/search?q=a+b+c+d+e+f+g+h+i+j+k+l+m", "q")]
    [InlineData("/api/search?q=x&size=0", "size")]
    [InlineData("/api/search?q=x&page=51", "page")]
    [InlineData("/api/search?q=x&page=0", "page")]
    [InlineData("/api/search?q=x&language=xx", "language")]
    [InlineData("/api/complete?q=x&language=xx", "language")]
    [InlineData("/search/feed.xml?q=x&place=nowhere", "place")]
    public async Task A_wrong_question_names_what_is_wrong(string address, string parameter)
    {
        await using var site = await RiversAsync();
        var answer = await site.GetAsync(address);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_query_of_a_program_is_not_cut_short_and_scripts_of_any_site_may_ask()
    {
        await using var site = await RiversAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/api/search?q=" + new string('a', 201))).StatusCode);
        var answer = await site.GetAsync("/api/search?q=river");
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/api/search?q=river")]
    [InlineData("/search/feed.xml?q=river")]
    [InlineData("/search/atom.xml?q=river&section=culture")]
    [InlineData("/ru/search/feed.json?q=river")]
    public async Task What_is_asked_again_costs_a_304_until_something_else_is_found(string address)
    {
        await using var site = await RiversAsync();
        foreach (var encoding in (string[])["identity", "gzip", "br"])
        {
            var first = await AskAsync(encoding, null);
            Assert.Equal((HttpStatusCode.OK, "public, must-revalidate, max-age=0"), (first.StatusCode, first.Headers.CacheControl!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(encoding, first.Headers.ETag!.Tag)).StatusCode);
        }
        var before = (await AskAsync("identity", null)).Headers.ETag!.Tag;
        await site.ChangeAsync(async db =>
        {
            foreach (var article in await db.Articles.ToListAsync(TestContext.Current.CancellationToken)) Assert.Null(article.Withdraw("Wrong.", "test", site.Now));
        });
        // Not even before the index knows.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("identity", before)).StatusCode);

        async Task<HttpResponseMessage> AskAsync(string encoding, string? tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", encoding);
            if (tag is not null) request.Headers.Add("If-None-Match", tag);
            return await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_search_is_followed_by_its_feed_newest_first_with_the_same_filters()
    {
        await using var site = await RiversAsync();
        var page = await site.PageAsync("/search?q=river&language=all&from=2026-11-01&sort=newest&page=1");
        var feeds = page.QuerySelectorAll("link[rel=alternate][type*=xml], link[rel=alternate][type*=json]").Select(l => l.GetAttribute("href")!).ToList();
        Assert.Equal(["/search/feed.xml?q=river&language=all&from=2026-11-01", "/search/atom.xml?q=river&language=all&from=2026-11-01", "/search/feed.json?q=river&language=all&from=2026-11-01"], feeds);

        var rss = XDocument.Parse(await site.Http.GetStringAsync(new Uri(feeds[0], UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(["A river falls", "Река river", "The river rises"], rss.Descendants("item").Select(i => i.Element("title")!.Value));
        Assert.Equal("Search: river, from 1 November 2026 | The Test Courier", rss.Descendants("title").First().Value);
        Assert.Equal("http://localhost:5080/search?q=river&language=all&from=2026-11-01", rss.Root!.Element("channel")!.Element("link")!.Value);
        Assert.Equal("http://localhost:5080" + feeds[0], rss.Descendants(XName.Get("link", "http://www.w3.org/2005/Atom")).First().Attribute("href")!.Value);
        var json = await JsonAsync(site, feeds[2]);
        Assert.Equal(["en", "ru", "en"], json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("language").GetString()));
        var atom = XDocument.Parse(await site.Http.GetStringAsync(new Uri(feeds[1], UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal([null, "ru", null], atom.Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom")).Select(e => e.Attribute(XNamespace.Xml + "lang")?.Value));
        Assert.Equal(["Река river"], (await JsonAsync(site, "/ru/search/feed.json?q=river")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
        Assert.Equal("noindex", (await site.GetAsync(feeds[0])).Headers.GetValues("X-Robots-Tag").Single());
        // A feed of everything there is already.
        var everything = await site.GetAsync("/ru/search/atom.xml");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/ru/atom.xml"), (everything.StatusCode, everything.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task What_is_typed_is_completed_to_names_with_their_pages_and_to_headlines()
    {
        await using var site = await RiversAsync();
        Assert.Equal("Aigul Sadyk|author|/authors/aigul-sadyk|author", (await CompletedAsync("aig")).First());
        Assert.Equal("Айгуль Садык|author|/ru/authors/aigul-sadyk|автор", (await CompletedAsync("айг", "&language=ru")).First());
        Assert.Contains("Osh|place|/places/osh|place", await CompletedAsync("os"));
        Assert.Contains("A river falls|headline|/2026/11/a-river-falls|", await CompletedAsync("riv"));
        Assert.Empty(await CompletedAsync(""));

        // A town of the list of names is no second line beside its page, and what there is in another language says so.
        await site.ChangeAsync(db =>
        {
            db.Add(new KnownName(KnownNameKind.Place, [new("en", "Osh"), new("ru", "Ош")], "", "test", site.Now)).Entity.Enter("test", site.Now);
            db.Add(new KnownName(KnownNameKind.Institution, [new("ru", "Ошская дорога")], "", "test", site.Now)).Entity.Enter("test", site.Now);
            return Task.CompletedTask;
        });
        // What no article says is not offered.
        Assert.DoesNotContain(await CompletedAsync("osh"), line => line.StartsWith("Ошская", StringComparison.Ordinal));
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Bylines).Include(a => a.Section).SingleAsync(a => a.Headline == "A river falls", TestContext.Current.CancellationToken);
            article.Write(article.Headline, article.Deck, World.Body("The firm Oshskaya Doroga, Ошская дорога, mends it."), site.Now);
            Assert.Null(article.Publish(article.Path!, "test", site.Now));
        });
        await site.DispatchAsync();
        Assert.Equal(["Osh|place|/places/osh|place"], (await CompletedAsync("osh")).Where(line => line.StartsWith("Osh|", StringComparison.Ordinal)));
        var languages = (await JsonAsync(site, "/api/complete?q=osh")).GetProperty("completions").EnumerateArray().ToDictionary(c => c.GetProperty("text").GetString()!, c => c.GetProperty("language").GetString());
        Assert.Equal(("en", "ru"), (languages["Osh"], languages["Ошская дорога"]));
        Assert.Equal("no-cache", (await site.GetAsync("/api/complete?q=os")).Headers.CacheControl!.ToString());

        async Task<IEnumerable<string>> CompletedAsync(string typed, string more = "") =>
            (await JsonAsync(site, $"/api/complete?q={Uri.EscapeDataString(typed)}{more}")).GetProperty("completions").EnumerateArray()
                .Select(c => $"{c.GetProperty("text")}|{c.GetProperty("kind")}|{c.GetProperty("path")}|{c.GetProperty("label")}").ToList();
    }

    [Fact]
    public async Task The_script_that_completes_is_where_the_box_is_and_never_where_data_is_saved()
    {
        await using var site = await RiversAsync();
        foreach (var (address, saves, has) in new[] { ("/", false, true), ("/search?q=river", false, true), ("/search", true, false), ("/text/search", false, false), ("/full/search", true, false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (saves) request.Headers.Add("Save-Data", "on");
            var page = await Site.ParseAsync(await site.Http.SendAsync(request, TestContext.Current.CancellationToken));
            Assert.Equal((address, has), (address, page.QuerySelectorAll("script[src^='/suggest.'][defer]").Length == 1));
        }
    }
}
