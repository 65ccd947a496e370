using System.Net;
using Chapar.Articles;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

public sealed partial class DefectTests
{
    Task LeaveAsync(params (string From, string? To)[] redirects) => site.ChangeAsync(db =>
    {
        db.Redirects.AddRange(redirects.Select(r => new Redirect(r.From, r.To, "test")));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task D11_an_old_address_leads_to_its_article_or_says_honestly_that_there_is_none()
    {
        var article = await world.PublishAsync("The river rises");
        await LeaveAsync(("/news/11-river", article.Path), ("/?p=11", article.Path), ("/news/12-gone", null), ("/?p=12", null));

        foreach (var old in (string[])["/news/11-river", "/index.php/news/11-river", "/News/11-River/", "/?p=11", "/index.php?p=11&lang=en"])
            Assert.Equal((old, HttpStatusCode.MovedPermanently, article.Path), Named(old, await AskAsync(old)));
        foreach (var gone in (string[])["/news/12-gone", "/?p=12"])
            Assert.Equal((gone, HttpStatusCode.Gone, null), Named(gone, await AskAsync(gone)));
        foreach (var unknown in (string[])["/news/25163-another-story", "/?p=4711", "/index.php?option=com_content&view=article&id=25163", "/2026/11/no-such-story"])
            Assert.Equal((unknown, HttpStatusCode.NotFound, null), Named(unknown, await AskAsync(unknown)));
    }

    static (string, HttpStatusCode, string?) Named(string address, (HttpStatusCode Status, string? To) answer) => (address, answer.Status, answer.To);

    [Theory]
    [InlineData("/politics/")]
    [InlineData("/Politics")]
    [InlineData("//politics")]
    [InlineData("/politics//")]
    [InlineData("/index.php/politics")]
    [InlineData("/index.php//Politics/?utm_source=x")]
    [InlineData("/politics?catid=5&id=5993")]
    [InlineData("/politics/?fbclid=1")]
    [InlineData("/politics?")]
    [InlineData("/en/politics")]
    [InlineData("/EN/POLITICS/")]
    public async Task D12_every_other_way_to_write_an_address_leads_in_one_step_to_the_canonical_one(string way)
    {
        Assert.Equal((HttpStatusCode.MovedPermanently, "/politics"), await AskAsync(way));
        var canonical = (await site.PageAsync("/politics")).QuerySelector("link[rel=canonical]")!.GetAttribute("href");
        Assert.Equal(site.Publication.BaseUrl + "/politics", canonical);
    }

    [Fact]
    public async Task D12_pages_articles_archives_and_search_have_one_address_each()
    {
        await PublishManyAsync(20);
        var article = await world.PublishAsync("The river rises");
        (string Way, string Canonical)[] ways = [
            ("/politics/page/1/?catid=8&id=5996", "/politics/page/1"), ("/places/Osh/", "/places/osh"), ("/authors/aigul-sadyk/?x=1", "/authors/aigul-sadyk"),
            (article.Path + "/", article.Path!), (article.Path + "?utm_medium=mail", article.Path!), ("/RU/politics/", "/ru/politics"), ("/ru/", "/ru"),
            ("/archive/2026/11/", "/archive/2026/11"), ("/archive/2026/7", "/archive/2026/07"), ("/?utm_source=x", "/"), ("/en", "/"), ("/search?q=river&utm_source=x", "/search?q=river")];
        foreach (var (way, canonical) in ways)
        {
            Assert.Equal((way, HttpStatusCode.MovedPermanently, canonical), Named(way, await AskAsync(way)));
            Assert.Equal((canonical, HttpStatusCode.OK, null), Named(canonical, await AskAsync(canonical)));
        }
    }

    [Fact]
    public async Task D14_a_draft_is_nowhere()
    {
        await world.PublishAsync("The river rises");
        await site.ChangeAsync(db =>
        {
            db.AttachRange(world.Aigul, world.Politics, world.Osh, world.Water);
            var draft = new Article("en", Format.Opinion, site.Now);
            draft.Write("Secret glacier", "A secret deck.", World.Body("A secret glacier."), site.Now);
            draft.FileUnder(world.Politics, site.Now);
            draft.Sign([(world.Aigul, BylineRole.Writer)], site.Now);
            draft.Locate([world.Osh], site.Now);
            draft.Tag([world.Water], site.Now);
            draft.MoveTo("/2026/11/secret-glacier", "test", site.Now);
            db.Add(draft);
            return Task.CompletedTask;
        });
        await site.DispatchAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/2026/11/secret-glacier")).Status);
        List<string> addresses = [.. lists, "/", "/formats/opinion", "/feed.xml", "/atom.xml", "/feed.json", "/politics/feed.xml", "/authors/aigul-sadyk/feed.json", "/search?q=glacier", "/2026/11/the-river-rises", "/sitemap.xml"];
        for (int i = 0; i < addresses.Count; i++)
        {
            using var answer = await site.GetAsync(addresses[i]);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{addresses[i]} answered {answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.False(text.Contains("secret", StringComparison.OrdinalIgnoreCase), $"{addresses[i]} shows the draft");
            if (addresses[i] == "/sitemap.xml")
                addresses.AddRange(text.Split("<loc>").Skip(1).Select(l => l[site.Publication.BaseUrl.Length..l.IndexOf('<', StringComparison.Ordinal)]));
        }
    }

    [Fact]
    public async Task D15_a_section_that_moves_takes_its_old_addresses_along()
    {
        for (int i = 1; i <= 20; i++) await world.PublishAsync(FormattableString.Invariant($"Song {i}"), section: world.Culture);
        await site.ChangeAsync(async db => (await db.Sections.SingleAsync(s => s.Slug == "culture", Stop)).MoveTo("arts", "test", site.Now));
        await LeaveAsync(("/culture", "/arts"), ("/ru/culture", "/ru/arts"));

        foreach (var rest in (string[])["", "/page/1", "/feed.xml", "/atom.xml", "/feed.json"])
        {
            Assert.Equal((HttpStatusCode.MovedPermanently, "/arts" + rest), await AskAsync("/culture" + rest));
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("/arts" + rest)).Status);
        }
        Assert.Equal((HttpStatusCode.MovedPermanently, "/ru/arts"), await AskAsync("/ru/culture/"));
        Assert.Equal("/arts", (await site.PageAsync("/2026/11/song-1")).QuerySelector(".label a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task D15_an_article_that_moved_twice_is_found_in_one_step_and_one_that_came_back_is_read()
    {
        var article = await world.PublishAsync("The river rises");
        await MoveAsync("/2026/11/second");
        await LeaveAsync((article.Path!, "/2026/11/second"));
        await MoveAsync("/2026/11/third");
        await LeaveAsync(("/2026/11/second", "/2026/11/third"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/2026/11/third"), await AskAsync(article.Path!));

        await MoveAsync(article.Path!);
        await LeaveAsync(("/2026/11/third", article.Path));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(article.Path!)).Status);
        Assert.Equal((HttpStatusCode.MovedPermanently, article.Path), await AskAsync("/2026/11/second"));

        Task MoveAsync(string path) => site.ChangeAsync(async db =>
            (await db.Articles.SingleAsync(a => a.Id == article.Id, Stop)).MoveTo(path, "test", site.Now));
    }
}
