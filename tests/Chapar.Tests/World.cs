using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Sections;
using Chapar.Text;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests;

/// <summary>A small named world that tests start from: two authors, two sections, a place, a topic, articles on demand.</summary>
public sealed class World(Site site)
{
    int count;

    public Author Aigul { get; } = new("aigul-sadyk", LocalText.Of([new("en", "Aigul Sadyk"), new("ru", "Айгуль Садык")]));
    public Author Timur { get; } = new("timur-rahim", LocalText.Of("en", "Timur Rahim"));
    public Section Politics { get; } = new("politics", LocalText.Of([new("en", "Politics"), new("ru", "Политика")]), position: 1);
    public Section Culture { get; } = new("culture", LocalText.Of([new("en", "Culture"), new("ru", "Культура")]), position: 2);
    public Place Osh { get; } = new("osh", LocalText.Of([new("en", "Osh"), new("ru", "Ош")]));
    public Topic Water { get; } = new("water", LocalText.Of([new("en", "Water"), new("ru", "Вода")]));

    public static async Task<World> MakeAsync(Site site)
    {
        var world = new World(site);
        world.Aigul.Introduce(LocalText.Of("en", "Correspondent"), LocalText.Of("en", "Aigul Sadyk writes about rivers."));
        await site.ChangeAsync(db =>
        {
            db.AddRange(world.Aigul, world.Timur, world.Politics, world.Culture, world.Osh, world.Water);
            return Task.CompletedTask;
        });
        return world;
    }

    /// <summary>A published article; its slug is made of the headline.</summary>
    public async Task<Article> PublishAsync(string headline, string language = "en", Format format = Format.News, Section? section = null,
        Author? author = null, DateTime? at = null, Guid? translationOf = null, string text = "The river rose by a metre overnight.", Picture? lead = null)
    {
        count++;
        Article article = null!;
        await site.ChangeAsync(db =>
        {
            db.AttachRange(Aigul, Timur, Politics, Culture, Osh, Water);
            article = new Article(language, format, site.Now, translationOf);
            article.Write(headline, $"What is known about {headline.ToLowerInvariant()}.", Body(text), site.Now);
            article.FileUnder(section ?? Politics, site.Now);
            article.Sign([(author ?? Aigul, BylineRole.Writer)], site.Now);
            article.Locate([Osh], site.Now);
            article.Tag([Water], site.Now);
            if (lead is not null) article.Illustrate(db.Entry(lead).State == Microsoft.EntityFrameworkCore.EntityState.Detached ? db.Attach(lead).Entity : lead, site.Now);
            var prefix = language == "en" ? "" : $"/{language}";
            var refusal = article.Publish($"{prefix}/2026/11/{Slug.Of(headline)}", "test", site.Now, at ?? site.Now.AddMinutes(-1000 + count));
            Assert.True(refusal is null, refusal?.ToString());
            db.Add(article);
            return Task.CompletedTask;
        });
        return article;
    }

    public static BodyTree Body(string text) => new([.. text.Split("\n\n").Select(p => new Paragraph([new TextRun(p)]))]);
}
