using System.Net;
using System.Text.Json;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>What a reader of Kazakh in Latin or of Uzbek in Cyrillic types, looks for and is led to (decision 022).</summary>
public sealed class OtherScriptInUseTests : IAsyncLifetime
{
    Site site = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await SevenLanguages.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<List<string>> CompletedAsync(string typed, string language)
    {
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri($"/api/complete?q={Uri.EscapeDataString(typed)}&language={language}", UriKind.Relative), Stop));
        return [.. json.RootElement.GetProperty("completions").EnumerateArray().Select(c => string.Join('|', new[] { "text", "language", "path", "label" }.Select(name => c.GetProperty(name).GetString())))];
    }

    Task AddAsync(params Topic[] topics) => site.ChangeAsync(db =>
    {
        db.AddRange(topics);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("kk-Latn", "özen", "Özen suy köterıldı|kk-Latn|/kk-latn/2026/11/river|")]
    [InlineData("kk-Latn", "өзен", "Özen suy köterıldı|kk-Latn|/kk-latn/2026/11/river|")]
    [InlineData("kk-Latn", "aig", "Aigül Sadyq|kk-Latn|/kk-latn/authors/aigul|avtor")]
    [InlineData("kk-Latn", "os", "Osh|en|/kk-latn/places/osh|oryn")]
    [InlineData("kk-latn", "sai", "Saiasat|kk-Latn|/kk-latn/politics|aidar")]
    [InlineData("uz-Cyrl", "дарё", "Дарё суви кўтарилди, 1-октябрь|uz-Cyrl|/uz-cyrl/2026/11/river|")]
    [InlineData("uz-Cyrl", "daryo", "Дарё суви кўтарилди, 1-октябрь|uz-Cyrl|/uz-cyrl/2026/11/river|")]
    [InlineData("kk", "өзен", "Өзен суы көтерілді|kk|/kk/2026/11/river|")]
    public async Task What_is_typed_is_completed_in_the_script_of_the_page(string language, string typed, string completion)
    {
        await site.DispatchAsync();
        Assert.Contains(completion, await CompletedAsync(typed, language));
    }

    [Fact]
    public async Task What_the_page_prints_is_completed_as_it_is_printed()
    {
        await AddAsync(new Topic("circus", LocalText.Of([new("kk", "Цирк"), new("uz", "Sirk")])));
        Assert.Equal("Cirk|kk-Latn|/kk-latn/topics/circus", (await CompletedAsync("cirk", "kk-Latn")).Single()[..^"|taqyryp".Length]);
        Assert.StartsWith("Цирк|uz-Cyrl|/uz-cyrl/topics/circus|", (await CompletedAsync("цирк", "uz-Cyrl")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_a_completion_says_the_script_of_its_text()
    {
        await AddAsync(new Topic("almaty", LocalText.Of("kk", "Almaty")), new("samarkand", LocalText.Of("uz", "Самарқанд")), new("kazan", LocalText.Of("ru", "Казань")));
        Assert.StartsWith("Almaty|kk-Latn|/kk/topics/almaty|", (await CompletedAsync("almaty", "kk")).Single(), StringComparison.Ordinal);
        Assert.StartsWith("Самарқанд|uz-Cyrl|/topics/samarkand|", (await CompletedAsync("samarq", "en")).Single(), StringComparison.Ordinal);
        Assert.StartsWith("Казань|ru|/topics/kazan|", (await CompletedAsync("kazan", "en")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newspaper_without_the_language_refuses_its_script()
    {
        await using var other = await Site.StartAsync();
        foreach (var language in new[] { "kk-Latn", "uz-Cyrl", "ru-Latn" })
        {
            using var answer = await other.GetAsync("/api/complete?q=os&language=" + language);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/kk-latn", "kk")]
    [InlineData("/kk-latn/search", "kk")]
    [InlineData("/uz-cyrl", "uz")]
    public async Task What_the_box_says_is_in_the_script_of_the_page(string address, string language)
    {
        var said = (await site.PageAsync(address)).QuerySelector("form[data-suggested]")!.GetAttribute("data-suggested");
        Assert.Equal(Chapar.Text.Scripts.OtherScript.Of(language)!.Write(Words.In(language)["search-suggestions"]), said);
    }

    [Theory]
    [InlineData("kk", "/kk-latn", "Latyn")]
    [InlineData("uz", "/uz-cyrl", "Кирилл")]
    public async Task A_newspaper_in_one_language_leads_to_its_other_script_and_back(string language, string address, string name)
    {
        await using var one = await Site.StartAsync();
        one.Forget(one.Publication with { Languages = [language] });
        foreach (var (page, to) in new[] { ("/", address), ("/archive", address + "/archive"), ("/text", "/text" + address) })
            Assert.All((await one.PageAsync(page)).QuerySelectorAll($"a[hreflang={language}-{(language == "kk" ? "Latn" : "Cyrl")}]"), link => Assert.Equal((to, name), (link.GetAttribute("href"), link.TextContent)));
        Assert.Equal(2, (await one.PageAsync("/archive")).QuerySelectorAll("a[hreflang*='-']").Length);
        Assert.Equal("/archive", (await one.PageAsync("/archive")).QuerySelector(".strip a[aria-current=true]")!.GetAttribute("href"));
        Assert.Single((await one.PageAsync("/text")).QuerySelectorAll("a[hreflang*='-']"));
        Assert.Equal("/archive", (await one.PageAsync(address + "/archive")).QuerySelector(".strip a[rel=alternate]")!.GetAttribute("href"));
        // Of another language there is nothing to choose.
        one.Forget(one.Publication with { Languages = ["en"] });
        Assert.Empty((await one.PageAsync("/")).QuerySelectorAll("a[hreflang]"));
    }

    [Fact]
    public async Task A_language_that_is_switched_off_says_so_in_its_other_script_too()
    {
        await using var smaller = await SevenLanguages.StartAsync("en", "ru");
        foreach (var address in new[] { "/2026/11/river", "" })
        {
            using var usual = await smaller.GetAsync("/uz" + address);
            using var other = await smaller.GetAsync("/uz-cyrl" + address);
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
            var page = await Site.ParseAsync(other);
            Assert.Contains(Languages.OwnName("uz"), page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Equal((await Site.ParseAsync(usual)).QuerySelector("main header")!.TextContent, page.QuerySelector("main header")!.TextContent);
        }
    }

    [Fact]
    public async Task Names_are_sorted_by_the_alphabet_of_the_page()
    {
        await AddAsync(new Topic("station", LocalText.Of("kk", "Вокзал")), new("gas", LocalText.Of("kk", "Газ")));
        await site.ChangeAsync(async db => (await db.Articles.Include(a => a.Topics).SingleAsync(a => a.Path == "/kk/2026/11/river", Stop)).Tag(await db.Topics.Where(t => t.Slug != "water").ToListAsync(Stop), site.Now));
        string[] links = [.. (await site.PageAsync("/kk/2026/11/river")).QuerySelectorAll(".filed a[href*='/topics/']").Select(a => a.TextContent)],
            turned = [.. (await site.PageAsync("/kk-latn/2026/11/river")).QuerySelectorAll(".filed a[href*='/topics/']").Select(a => a.TextContent)];
        Assert.Equal(["Вокзал", "Газ"], links);
        Assert.Equal(["Gaz", "Vokzal"], turned);
    }

    [Theory]
    [InlineData("uz", "aksiya", "акция")]
    [InlineData("uz", "sirk", "цирк")]
    [InlineData("uz", "sentabr", "сентябрь")]
    [InlineData("uz", "sement", "цемент")]
    [InlineData("kk", "компьютер", "kompʼiuter")]
    [InlineData("kk", "борщ", "borşş")]
    [InlineData("kk", "гауһар", "gauħar")]
    public async Task Search_finds_a_word_as_the_page_prints_it(string language, string written, string printed)
    {
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Bylines).Include(a => a.Section).SingleAsync(a => a.Path == $"/{language}/2026/11/river", Stop);
            article.Write(article.Headline, article.Deck, World.Body(written + "."), site.Now);
            Assert.Null(article.Publish(article.Path!, "test", site.Now));
        });
        await site.DispatchAsync();
        var folder = language == "kk" ? "/kk-latn" : "/uz-cyrl";
        Assert.Contains(printed, (await site.PageAsync(folder + "/2026/11/river")).QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        foreach (var typed in new[] { printed, written })
        {
            var found = await site.PageAsync($"{folder}/search?q={Uri.EscapeDataString(typed)}");
            Assert.Equal(folder + "/2026/11/river", found.QuerySelector("main h2 a")?.GetAttribute("href"));
            Assert.Equal(typed, found.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        }
    }
}
