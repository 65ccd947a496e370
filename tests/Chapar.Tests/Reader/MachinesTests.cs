using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chapar.Hosting;
using Chapar.Settings;
using Microsoft.Extensions.Hosting;

namespace Chapar.Tests.Reader;

public partial class MachinesTests
{
    static readonly string[] Files =
        ["/feed.xml", "/atom.xml", "/feed.json", "/ru/feed.xml", "/politics/feed.xml", "/places/osh/atom.xml", "/topics/water/feed.json", "/authors/aigul-sadyk/feed.xml",
         "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/2026-11.xml", "/news-sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/manifest.webmanifest", "/ru/manifest.webmanifest"];

    static readonly string[] Pages =
        ["/", "/ru", "/politics", "/places/osh", "/topics/water", "/authors/aigul-sadyk", "/formats/news", "/archive", "/archive/2026", "/archive/2026/11", "/corrections", "/rates", "/2026/11/the-river-rises"];

    static readonly KeyValuePair<string, string?> Contact = new("publication:securityContact", "mailto:security@example.org");

    [Fact]
    public async Task Every_public_address_answers_304_to_who_has_it_and_HEAD_with_the_same_headers()
    {
        await using var site = await Site.StartAsync([Contact]);
        await (await World.MakeAsync(site)).PublishAsync("The river rises");

        foreach (var path in Files.Concat(Pages))
        {
            var first = await site.GetAsync(path);
            Assert.True(first.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)first.StatusCode}");
            Assert.True(first.Headers.ETag is not null && first.Content.Headers.LastModified is not null, $"{path} has no validator");
            Assert.False(first.Headers.Contains("Set-Cookie"));
            var again = await SendAsync(site, path, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
            Assert.True(again.StatusCode == HttpStatusCode.NotModified, $"{path} answered {(int)again.StatusCode} to If-None-Match");
            var since = await SendAsync(site, path, r => r.Headers.IfModifiedSince = first.Content.Headers.LastModified);
            Assert.Equal(HttpStatusCode.NotModified, since.StatusCode);
            var head = await SendAsync(site, path, r => r.Method = HttpMethod.Head);
            Assert.Equal(first.Headers.ETag, head.Headers.ETag);
            Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(first.Content.Headers.ContentType, head.Content.Headers.ContentType);
        }
    }

    [Fact]
    public async Task A_feed_of_a_list_has_one_address()
    {
        await using var site = await Site.StartAsync();
        await (await World.MakeAsync(site)).PublishAsync("The river rises");

        foreach (var (asked, canonical) in new[] { ("/politics/feed.xml/", "/politics/feed.xml"), ("/Politics//Feed.xml?utm_source=x", "/politics/feed.xml"), ("/en/feed.json", "/feed.json") })
        {
            var response = await site.GetAsync(asked);
            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal(canonical, response.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task Robots_txt_is_answered_with_the_database_stopped()
    {
        var folder = TestFolder.Make("site");
        // Nothing listens on port 1; the loops that need the database at once are left out, as in all tests.
        var settings = ChaparSettings.Read(folder, [new("database:postgres", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=1"), Contact]);
        await using var app = ChaparApp.Build(settings, builder =>
        {
            foreach (var loop in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(ChaparApp).Assembly).ToList())
                builder.Services.Remove(loop);
        });
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        foreach (var path in new[] { "/robots.txt", "/.well-known/security.txt", "/manifest.webmanifest" })
        {
            var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}");
        }
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Robots_txt_names_the_sitemaps_and_keeps_crawlers_out_of_search_results_only()
    {
        await using var site = await Site.StartAsync();

        var lines = (await (await site.GetAsync("/robots.txt")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.Contains($"Sitemap: {site.Publication.BaseUrl}/sitemap.xml", lines);
        Assert.Contains($"Sitemap: {site.Publication.BaseUrl}/news-sitemap.xml", lines);
        Assert.Contains($"Sitemap: {site.Publication.BaseUrl}/ru/news-sitemap.xml", lines);
        Assert.Equal(["Disallow: /newsroom", "Disallow: /search?", "Disallow: /ru/search?"], lines.Where(l => l.StartsWith("Disallow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Security_txt_is_there_when_a_contact_is_set_and_expires_within_a_year()
    {
        await using var silent = await Site.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await silent.GetAsync("/.well-known/security.txt")).StatusCode);
        await using var site = await Site.StartAsync([Contact]);

        var response = await site.GetAsync("/.well-known/security.txt");
        var fields = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(": ", 2)).ToDictionary(f => f[0], f => f[1]);

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("mailto:security@example.org", fields["Contact"]);
        Assert.Equal("en, ru", fields["Preferred-Languages"]);
        Assert.Equal($"{site.Publication.BaseUrl}/.well-known/security.txt", fields["Canonical"]);
        var expires = DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture);
        Assert.InRange(expires, site.Clock.GetUtcNow().AddMonths(9), site.Clock.GetUtcNow().AddYears(1));
    }

    [Fact]
    public async Task The_manifest_leads_to_the_front_of_its_language_and_to_an_icon()
    {
        await using var site = await Site.StartAsync();

        var manifest = JsonDocument.Parse(await (await site.GetAsync("/ru/manifest.webmanifest")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(("The Test Courier", "ru", "/ru"), (manifest.GetProperty("name").GetString(), manifest.GetProperty("lang").GetString(), manifest.GetProperty("start_url").GetString()));
        var icon = await site.GetAsync(manifest.GetProperty("icons")[0].GetProperty("src").GetString()!);
        Assert.Equal("image/svg+xml", icon.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_answer_allows_no_script_or_style_but_our_own_files()
    {
        await using var site = await Site.StartAsync();
        await (await World.MakeAsync(site)).PublishAsync("The river rises");

        foreach (var path in Pages.Append("/feed.xml").Append("/no-such-page").Append("/Politics/"))
        {
            var response = await site.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.NotEmpty(response.Headers.GetValues("Referrer-Policy"));
            Assert.NotEmpty(response.Headers.GetValues("Permissions-Policy"));
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotMatch(Inline(), html);
        }
    }

    static Task<HttpResponseMessage> SendAsync(Site site, string path, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        change(request);
        return site.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // Scripts without a source (data blocks apart), style elements and attributes, handlers.
    [GeneratedRegex(@"<script(?![^>]*(\bsrc=|application/ld\+json))|<style|<[^>]+\s(style|on[a-z]+)=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
