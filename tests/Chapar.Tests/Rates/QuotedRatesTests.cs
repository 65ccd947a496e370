using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;

namespace Chapar.Tests.Rates;

/// <summary>Rate figures in the text of an article.</summary>
public class QuotedRatesTests
{
    [Fact]
    public async Task A_live_figure_follows_the_bank_and_a_fixed_one_stays_unless_it_is_corrected()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadSumAsync();
        var article = await PublishAsync(rates.Site, new RateInline("usd-kgs"), new RateInline("usd-kgs", new DateOnly(2026, 11, 24)), new RateInline("kgs-uzs"), new RateInline("uzs-usd"), new RateInline("usd-isk"));
        Assert.Equal(["87.5000", "87.5000", "138.767", "0.0823581 per 1,000"], await FiguresAsync());

        rates.Site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["87.6000", "87.5000"], (await FiguresAsync()).Take(2));
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("24.11.2026", "87,5100", "102,0000"));
        Assert.Equal(["87.6000", "87.5100"], (await FiguresAsync()).Take(2));
        var title = (await rates.Site.PageAsync(article.Path!)).QuerySelectorAll(".rate")[1].GetAttribute("title");
        Assert.Equal("USD/KGS, 24 November 2026, National Bank of the Kyrgyz Republic, corrected by the bank", title);
        Assert.Contains("87.5100", await rates.TextAsync("/feed.json"), StringComparison.Ordinal);
        Assert.Contains("0.0823581 per 1,000", await rates.TextAsync("/feed.xml"), StringComparison.Ordinal);

        async Task<string[]> FiguresAsync() => [.. (await rates.Site.PageAsync(article.Path!)).QuerySelectorAll(".rate").Select(r => r.TextContent.Replace('\u00A0', ' ')).Where(t => t.Length > 1)];
    }

    static async Task<Article> PublishAsync(Site site, params RateInline[] figures)
    {
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("What a dollar costs");
        await site.ChangeAsync(async (NewsDb db) =>
        {
            var story = (await db.Articles.FindAsync([article.Id], TestContext.Current.CancellationToken))!;
            story.Write(story.Headline, story.Deck, new BodyTree([new Paragraph([.. figures.SelectMany(f => new Node[] { new TextRun("A figure: "), f })])]), site.Now);
        });
        return article;
    }
}
