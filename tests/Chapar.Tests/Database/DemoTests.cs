using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Database.Demo;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Database;

/// <summary>The sample publication, filled once into one site that all tests here read.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string[] more = ["kk", "ky", "uz", "tg", "tk"];
        Site = await Site.StartAsync(more.Select((language, i) => new KeyValuePair<string, string?>($"publication:languages:{i + 2}", language)));
        var refusal = await FillAsync();
        Assert.True(refusal is null, refusal?.ToString());
        await Site.DispatchAsync();
    }

    public Task<Refusal?> FillAsync() => Site.ChangeAsync(db => DemoPublication.FillAsync(db, Options, Site.Clock, TestContext.Current.CancellationToken));

    public Task<List<Article>> ArticlesAsync() => Site.ChangeAsync(db => db.Articles.Include(a => a.Bylines).Include(a => a.Lead)
        .Include(a => a.Corrections).Include(a => a.Places).Include(a => a.Topics).AsSplitQuery().AsNoTracking().ToListAsync());

    DemoOptions Options => new()
    {
        Languages = Site.Publication.Languages,
        Zone = Site.Publication.Zone,
        Pictures = Site.Services.GetRequiredService<PictureStore>(),
    };

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public class DemoTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_samples_are_as_many_as_a_paper_needs_to_look_alive()
    {
        var articles = await demo.ArticlesAsync();
        var languages = articles.CountBy(a => a.Language).ToDictionary();
        Assert.True(languages["en"] >= 40, $"{languages["en"]} in English");
        Assert.True(languages["ru"] >= 8, $"{languages["ru"]} in Russian");
        Assert.All(["kk", "ky", "uz", "tg", "tk"], language => Assert.True(languages.GetValueOrDefault(language) >= 1, language));
        Assert.All(Formats.All.Except([Format.Live]), format => Assert.True(articles.Count(a => a.Format == format) >= 3, format.ToString()));
        Assert.Contains(articles, a => a.Format == Format.Live);
        Assert.True(articles.Count(a => a.Corrections.Count > 0) >= 3);
        var kinds = await demo.Site.ChangeAsync(db => db.Authors.Select(a => a.Kind).ToListAsync());
        Assert.True(kinds.Count >= 8 && kinds.Contains(AuthorKind.House));
        Assert.True(await demo.Site.ChangeAsync(db => db.Bulletins.CountAsync()) > 400);
    }

    [Fact]
    public async Task Its_dates_go_back_two_years_and_are_dense_at_the_end()
    {
        var ages = (await demo.ArticlesAsync()).Select(a => demo.Site.Now - a.FirstPublishedAt!.Value).ToList();
        Assert.True(ages.Max() > TimeSpan.FromDays(600));
        Assert.True(ages.Count(age => age < TimeSpan.FromDays(1)) >= 6);
        Assert.True(ages.Count(age => age < TimeSpan.FromDays(14)) >= 20);
        Assert.All(ages, age => Assert.True(age > TimeSpan.Zero));
    }

    [Fact]
    public async Task Every_article_is_filed_and_all_but_one_withdrawn_are_public()
    {
        var articles = await demo.ArticlesAsync();
        Assert.Single(articles, article => article.Status == ArticleStatus.Withdrawn);
        Assert.All(articles, article =>
        {
            Assert.True(article.Status is ArticleStatus.Published or ArticleStatus.Withdrawn);
            Assert.NotEmpty(article.Topics);
            Assert.InRange(BodyText.WordCount(article.Body), 90, 1500);
        });
    }

    [Fact]
    public async Task A_translation_shares_the_group_of_its_original()
    {
        var articles = await demo.ArticlesAsync();
        var groups = articles.GroupBy(a => a.TranslationGroup).Where(g => g.Count() > 1).ToList();
        Assert.Equal(articles.Count(a => a.Language != "en"), groups.Sum(g => g.Count() - 1));
        Assert.All(groups, g => Assert.Equal(g.Count(), g.Select(a => a.Language).Distinct().Count()));
    }

    [Fact]
    public async Task Every_kind_of_node_is_shown_at_least_twice()
    {
        var shown = (await demo.ArticlesAsync()).SelectMany(a => a.Body.Nodes.SelectMany(TreeWalk.Descend)).CountBy(n => n.GetType()).ToDictionary();
        Assert.All(
            [typeof(Heading), typeof(Quote), typeof(PullQuote), typeof(ImageBlock), typeof(Gallery), typeof(Turn), typeof(LinkCard), typeof(Embed), typeof(RateInline), typeof(NoteBlock)],
            kind => Assert.True(shown.GetValueOrDefault(kind) >= 2, $"{kind.Name}: {shown.GetValueOrDefault(kind)}"));
    }

    [Fact]
    public async Task Pictures_named_in_a_text_exist_and_say_what_they_show()
    {
        var pictures = await demo.Site.ChangeAsync(db => db.Pictures.AsNoTracking().ToListAsync());
        var known = pictures.Select(p => p.Id).ToHashSet();
        Assert.All((await demo.ArticlesAsync()).SelectMany(a => a.Body.Media()), id => Assert.Contains(id, known));
        Assert.All(pictures, picture =>
        {
            Assert.NotNull(picture.AlternativeText.Exactly("en"));
            Assert.NotNull(picture.AlternativeText.Exactly("ru"));
            Assert.NotEmpty(picture.Credit);
        });
    }

    [Fact]
    public async Task Every_article_and_page_of_it_answers()
    {
        var paths = (await demo.ArticlesAsync()).Where(a => a.Status == ArticleStatus.Published).Select(a => a.Path!).ToList();
        paths.AddRange(await demo.Site.ChangeAsync(db => db.PlainPages.Select(p => p.Path).ToListAsync()));
        paths.AddRange(["/", "/ru", "/kk"]);
        foreach (var path in paths)
            Assert.NotNull((await demo.Site.PageAsync(path)).QuerySelector("h1"));
    }

    [Fact]
    public async Task A_publication_that_is_not_empty_is_refused()
    {
        var before = (await demo.ArticlesAsync()).Count;
        var refusal = await demo.FillAsync();
        Assert.Contains("not empty", refusal!.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, (await demo.ArticlesAsync()).Count);
    }
}
