using Chapar.Articles;
using Chapar.Authors;
using Chapar.Fronts;
using Chapar.Sections;
using Chapar.Spellings;
using Chapar.Suggestions;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Database.Demo;

/// <summary>
/// Fills an empty publication with The Steppe Courier: invented articles in seven languages, their authors and drawn
/// pictures, dated back from now. It publishes as the newsroom does, so that every reaction runs.
/// </summary>
public sealed class DemoPublication
{
    const string By = "demo";

    readonly NewsDb db;
    readonly DemoOptions options;
    readonly DemoFiles files = new();
    readonly DateTime now;
    readonly Dictionary<string, Picture> pictures = [];
    readonly Dictionary<string, Author> authors = [];
    readonly Dictionary<string, Section> sections = [];
    readonly Dictionary<string, Place> places = [];
    readonly Dictionary<string, Topic> topics = [];
    readonly Dictionary<string, Article> articles = [];

    DemoPublication(NewsDb db, DemoOptions options, DateTime now)
    {
        this.db = db;
        this.options = options;
        this.now = now;
    }

    /// <summary>Loads the rates, then adds everything else and saves it in one transaction: what was interrupted can be done again.</summary>
    /// <returns>Null when filled; otherwise why not: only an empty publication is filled, so that no real one is ever mixed with samples.</returns>
    public static async Task<Refusal?> FillAsync(NewsDb db, DemoOptions options, TimeProvider clock, CancellationToken stop = default)
    {
        if (await WhatIsThereAsync(db, stop) is { } there)
            return new Refusal([new("refused.demo", there), new("refused.demo-where")]);
        var now = clock.GetUtcNow().UtcDateTime;
        await DemoRates.FillAsync(db, now, cancellation: stop);
        var demo = new DemoPublication(db, options, now);
        await demo.AddPicturesAsync(stop);
        demo.AddFilings();
        demo.AddAuthors();
        demo.AddArticles();
        demo.AddPages();
        demo.AddWords();
        demo.FillFront();
        demo.CountReads();
        await db.SaveChangesAsync(stop);
        return null;
    }

    static async Task<string?> WhatIsThereAsync(NewsDb db, CancellationToken stop) =>
        await db.Articles.AnyAsync(stop) ? "articles"
        : await db.Authors.AnyAsync(stop) ? "authors"
        : await db.Sections.AnyAsync(stop) ? "sections"
        : await db.PlainPages.AnyAsync(stop) ? "pages"
        : null;

    async Task AddPicturesAsync(CancellationToken stop)
    {
        foreach (var drawn in files.Pictures)
        {
            var intake = await options.Pictures.TakeInAsync(files.PathOf(drawn), now, stop);
            if (!intake.IsTaken) throw new InvalidDataException(intake.Refusal.ToString());
            var picture = intake.Picture;
            picture.GiveCredit(drawn.Credit, drawn.Licence);
            picture.Describe(LocalText.Of(drawn.Alt), LocalText.Of(drawn.Caption));
            picture.Focus(drawn.Focal.X, drawn.Focal.Y);
            pictures.Add(drawn.Key, picture);
            db.Add(picture);
        }
    }

    void AddFilings()
    {
        foreach (var (position, section) in files.Sections.Index())
            sections.Add(section.Slug, new Section(section.Slug, LocalText.Of(section.Name), Description(section), position));
        foreach (var place in files.Places)
            places.Add(place.Slug, new Place(place.Slug, LocalText.Of(place.Name), Description(place), place.Parent is null ? null : places[place.Parent].Id));
        foreach (var topic in files.Topics)
            topics.Add(topic.Slug, new Topic(topic.Slug, LocalText.Of(topic.Name), Description(topic)));
        db.AddRange(sections.Values);
        db.AddRange(places.Values);
        db.AddRange(topics.Values);

        static LocalText? Description(DemoFiling filing) => filing.Description is null ? null : LocalText.Of(filing.Description);
    }

    void AddAuthors()
    {
        foreach (var known in files.Authors)
        {
            var author = new Author(known.Slug, LocalText.Of(known.Name), known.Kind);
            author.Introduce(LocalText.Of(known.Role), LocalText.Of(known.Biography), known.Links);
            author.Portray(pictures[known.Photo]);
            authors.Add(known.Slug, author);
        }
        db.AddRange(authors.Values);
    }

    void AddArticles()
    {
        // All articles before their texts, because texts lead to other articles; originals before their translations.
        var texts = files.Articles.Where(t => options.Languages.Contains(t["language"])).OrderBy(t => t.Find("translation-of") is not null).ToList();
        foreach (var text in texts)
        {
            var format = Formats.FromSlug(text["format"]) ?? throw new InvalidDataException($"{text.File}: '{text["format"]}' is no format.");
            var original = text.Find("translation-of") is { } key ? articles.GetValueOrDefault(key) : null;
            articles.Add(text["key"], new Article(text["language"], format, now, original?.TranslationGroup));
        }
        HashSet<string> paths = [];
        foreach (var text in texts.OrderBy(t => At(t, "published")))
            Publish(articles[text["key"]], text, paths);
        db.AddRange(articles.Values);
    }

    void Publish(Article article, DemoText text, HashSet<string> paths)
    {
        var at = At(text, "published")!.Value;
        article.Write(text["headline"], text["deck"], DemoBody.Of(text, BodyOptions(article.Language)), at);
        article.FileUnder(sections[text["section"]], at);
        article.Locate(text.List("places").Select(slug => places[slug]), at);
        article.Tag(text.List("topics").Select(slug => topics[slug]), at);
        article.Sign(text.List("byline").Select(signed => Signature(text, signed)), at);
        if (text.Find("lead") is { } lead) article.Illustrate(pictures[lead], at, text.Find("lead-caption"));

        var local = TimeZoneInfo.ConvertTimeFromUtc(at, options.Zone);
        var path = Slug.Free($"{Prefix(article.Language)}/{local:yyyy}/{local:MM}/{Slug.Of(article.Headline)}", paths.Contains);
        paths.Add(path);
        Accept(text, article.Publish(path, By, now, at, At(text, "updated")));
        if (text.Find("correction")?.Split(" | ") is [var when, var note])
            Accept(text, article.Correct(note, CorrectionKind.Correction, By, DemoTime.Parse(when, now, options.Zone)));
        if (text.Find("withdrawn")?.Split(" | ") is [var left, var reason])
            Accept(text, article.Withdraw(reason, By, DemoTime.Parse(left, now, options.Zone)));
    }

    (Author Author, BylineRole Role) Signature(DemoText text, string signed) =>
        signed.Split(':') is [var slug, var role] && Enum.TryParse<BylineRole>(role, ignoreCase: true, out var known)
            ? (authors[slug], known)
            : throw new InvalidDataException($"{text.File}: '{signed}' is not 'author:role'.");

    void AddPages()
    {
        Dictionary<string, Guid> groups = [];
        string[] footer = ["about", "contact", "ethics", "privacy", "about-this-sample"];
        foreach (var text in files.Pages.Where(t => options.Languages.Contains(t["language"])).OrderBy(t => t.Find("translation-of") is not null))
        {
            var (slug, language) = (text["slug"], text["language"]);
            var page = new PlainPage(language, $"{Prefix(language)}/{slug}", groups.TryGetValue(slug, out var group) ? group : null);
            groups.TryAdd(slug, page.TranslationGroup);
            page.Write(text["title"], DemoBody.Of(text, BodyOptions(language)), now);
            page.StandInFooter(Array.IndexOf(footer, slug));
            page.Publish();
            db.Add(page);
        }
    }

    void FillFront()
    {
        string[] keys = [files.Front.Lead, .. files.Front.Secondary];
        foreach (var (position, key) in keys.Index())
            if (articles.TryGetValue(key, out var article))
                db.Add(new FrontSlot(FrontSlot.Home(article.Language), position, article.Id));
    }

    /// <summary>Invented counts for "most read": new articles are read most, and some more than others.</summary>
    void CountReads()
    {
        var today = DateOnly.FromDateTime(now);
        foreach (var (key, article) in articles)
        {
            var (age, interest) = ((now - article.FirstPublishedAt!.Value).TotalDays, 40 + key.Sum(letter => letter) % 160);
            for (var day = 0; day < 7 && day <= age; day++)
                db.Add(new ReadCount(article.Id, today.AddDays(-day), (int)(interest * 30 / Math.Pow(1 + age - day, 2))));
        }
    }

    Articles.Body.HtmlOptions BodyOptions(string language) => new()
    {
        Language = language,
        ResolveMedia = key => pictures.TryGetValue(key, out var picture) ? picture.Id : null,
        ResolveArticle = key => articles.TryGetValue(key, out var article) ? article.Id : null,
    };

    /// <summary>In the languages of the publication: what nobody could see would not be looked after.</summary>
    void AddWords() => db.AddRange(from word in files.Words
                                   let spellings = word.Spellings.Where(s => options.Languages.Contains(s.Language)).ToList()
                                   where spellings.Count > 0
                                   select new HouseWord(word.Kind, spellings, word.Note, By, now));

    DateTime? At(DemoText text, string key) => text.Find(key) is { } time ? DemoTime.Parse(time, now, options.Zone) : null;

    string Prefix(string language) => language == options.Languages[0] ? "" : $"/{language}";

    static void Accept(DemoText text, Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidDataException($"{text.File}: {refusal}");
    }
}
