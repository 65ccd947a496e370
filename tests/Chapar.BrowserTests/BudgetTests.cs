using System.Net.Http.Headers;
using AngleSharp;

namespace Chapar.BrowserTests;

/// <summary>The byte budgets of docs/architecture.md: what a reader on a slow line has to wait for.</summary>
public class BudgetTests(Site site)
{
    const int Kilobyte = 1024;

    [Theory, InlineData("article"), InlineData("search"), InlineData("search-narrowed"), InlineData("search-nothing")]
    public async Task What_is_read_and_its_look_come_in_one_round_trip(string kind)
    {
        // Ten packets of 1,460 bytes is what a server sends before it waits for the first answer.
        var (html, bytes) = await FetchAsync(site.Kinds[kind]);
        using var context = BrowsingContext.New(Configuration.Default);
        using var page = await context.OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]:not([media=print])"))
        {
            bytes += (await FetchAsync(sheet.GetAttribute("href")!)).Bytes;
        }
        Assert.InRange(bytes, 1, 14 * Kilobyte);
    }

    [Fact]
    public async Task An_article_weighs_little_without_its_photo() =>
        Assert.InRange(await site.WeighAsync(site.Kinds["article"], withPhotos: false), 1, 30 * Kilobyte);

    [Fact]
    public async Task An_article_with_its_lead_photo_weighs_little_on_a_phone() =>
        Assert.InRange(await site.WeighAsync(site.Kinds["article"]), 1, 80 * Kilobyte);

    /// <summary>All that comes with a first visit, the stylesheet too; of an article as long as the demo's longest.</summary>
    [Theory, MemberData(nameof(PageKinds.WithText), MemberType = typeof(PageKinds))]
    public async Task A_page_of_the_text_edition_weighs_next_to_nothing_all_told(string kind) =>
        Assert.InRange(await site.WeighAsync(PageKinds.TextOf(site.Kinds[kind])), 1, 12 * Kilobyte);

    [Theory, MemberData(nameof(PageKinds.WithText), MemberType = typeof(PageKinds))]
    public async Task Who_saves_data_is_sent_as_little_at_the_usual_address(string kind) =>
        Assert.InRange(await site.WeighAsync(site.Kinds[kind], savesData: true), 1, 12 * Kilobyte);

    [Theory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task No_script_is_in_a_page_and_those_beside_it_are_our_own_and_wait(string kind)
    {
        var (html, _) = await FetchAsync(site.Kinds[kind]);
        using var context = BrowsingContext.New(Configuration.Default);
        using var page = await context.OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
        Findings.None(page.Scripts.Where(script => script.Type is not "application/ld+json" && !(script.IsDeferred && script.Source?.StartsWith('/') == true && script.TextContent.Length == 0)).Select(script => script.OuterHtml));
    }

    /// <summary>The body as text, and its bytes on the wire with the best encoding that the site has at hand.</summary>
    async Task<(string Text, long Bytes)> FetchAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (!answer.Content.Headers.ContentEncoding.Contains("br")) return (System.Text.Encoding.UTF8.GetString(body), body.Length);
        await using var unpacked = new System.IO.Compression.BrotliStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken), body.Length);
    }
}
