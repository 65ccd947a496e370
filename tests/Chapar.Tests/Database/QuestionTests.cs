using System.Reflection;
using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Database.Demo;
using Chapar.Distribution;
using Chapar.Fronts;
using Chapar.Hosting;
using Chapar.Media;
using Chapar.Names;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Reader;
using Chapar.Reader.Finding;
using Chapar.Search;
using Chapar.Sections;
using Chapar.Suggestions;
using Chapar.Tests.House;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Database;

public sealed class QuestionTests
{
    [Fact]
    public async Task A_question_asked_past_EF_is_answered_as_EF_answers_it()
    {
        await using var site = await Site.StartAsync();
        var (bare, shown) = await FillAsync(site);
        var stop = TestContext.Current.CancellationToken;
        var group = shown.TranslationGroup;
        await using var scope = site.Services.CreateAsyncScope();
        var (db, lines) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), site.Services.GetRequiredService<Lines>());
        IReadOnlyList<Guid> both = [bare.Id, shown.Id, Guid.CreateVersion7()];

        Assert.Equal(1, await SameAsync(StoryText.Public, bare.Id));
        Assert.Equal(1, await SameAsync(StoryText.Public, shown.Id));
        Assert.Equal(0, await SameAsync(StoryText.Public, Guid.CreateVersion7()));
        Assert.Equal(1, await SameAsync(StoryByline.Of, bare.Id));
        Assert.Equal(3, await SameAsync(StoryLink.Of, shown.Id));
        Assert.Equal(1, await SameAsync(StoryCorrection.Of, shown.Id));
        Assert.Equal(2, await SameAsync(StorySibling.Of, group));
        Assert.Equal(1, await SameAsync(ArticleAddress.At, shown.Path!));
        Assert.Equal(1, await SameAsync(AddressTransformer.Sections, "politics"));
        Assert.Equal(0, await SameAsync(AddressTransformer.Plain, "/nowhere"));
        Assert.Equal(0, await SameAsync(AddressTransformer.Nowhere, "/old/dam"));
        Assert.Equal(1, await SameAsync(CanonicalAddress.Moves, "/old/dam"));
        Assert.Equal(0, await SameAsync(CanonicalAddress.Moves, "/'\"; DROP TABLE \"Articles\""));
        Assert.Equal(1, await SameAsync(HistoryModel.At, shown.Path!));
        Assert.Equal(2, await SameAsync(HistoryModel.States, shown.Id));
        Assert.NotEqual(0, await SameAsync(EditionPress.All, Guid.Empty));
        Assert.Equal(2, await SameAsync(HistoryModel.Texts, shown.Id));
        foreach (var (members, id) in new[]
        {
            (ListMembers.OfSection, (await db.Sections.SingleAsync(s => s.Slug == "politics", stop)).Id), (ListMembers.OfPlace, (await db.Places.SingleAsync(p => p.Slug == "osh", stop)).Id),
            (ListMembers.OfTopic, (await db.Topics.SingleAsync(t => t.Slug == "water", stop)).Id), (ListMembers.OfAuthor, (await db.Authors.SingleAsync(a => a.Slug == "aigul-sadyk", stop)).Id),
        })
        {
            Assert.Equal(1, await SameAsync(members.Size, id));
            Assert.Equal(0, await SameAsync(members.Size, Guid.CreateVersion7()));
            Assert.NotEqual(0, await SameAsync(members.All, id));
        }
        Assert.Equal(2, await SameAsync(Teasers.Rows, both));
        Assert.Equal(0, await SameAsync(Teasers.Rows, []));
        Assert.Equal(2, await SameAsync(Teasers.AuthorRows, both));
        Assert.Equal(2, await SameAsync(Teasers.Bodies, both));

        Task<int> SameAsync<TAbout, TRow>(Question<TAbout, TRow> question, TAbout about) where TAbout : notnull => QuestionTests.SameAsync(db, lines, question, about);
    }

    static async Task<int> SameAsync<TAbout, TRow>(NewsDb db, Lines lines, Question<TAbout, TRow> question, TAbout about) where TAbout : notnull
    {
        var stop = TestContext.Current.CancellationToken;
        var byEf = await question.By(db, about).ToListAsync(stop);
        // Twice: the second time the command is ready.
        foreach (var _ in (int[])[1, 2]) Assert.Equal(byEf.Select(row => Said(row!)), (await question.ListAsync(lines, about, stop)).Select(row => Said(row!)));
        return byEf.Count;
    }

    /// <summary>Of the samples, which have of everything.</summary>
    [Fact]
    public async Task What_stands_beside_a_story_and_on_the_front_is_answered_as_EF_answers_it()
    {
        await using var site = await Site.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        DemoOptions samples = new() { Languages = site.Publication.Languages, Zone = site.Publication.Zone, Pictures = site.Services.GetRequiredService<PictureStore>() };
        Assert.Null(await site.ChangeAsync(db => DemoPublication.FillAsync(db, samples, site.Clock, stop)));
        await site.ChangeAsync(async db =>
        {
            var osh = await db.Places.FirstAsync(p => p.ParentId != null, stop);
            var name = new KnownName(KnownNameKind.Place, KnownName.Tidy([new("en", "Nur-Sultan", new(2019, 3, 23), new(2022, 9, 18)), new("ru", "Нур-Султан")]), "", "test", site.Now);
            name.Enter("test", site.Now, placeId: osh.Id);
            db.Add(name);
            db.Add(new FetchState("nbkr"));
        });
        await site.ChangeAsync(db => SearchRebuild.MakeAsync(db, stop));
        await using var scope = site.Services.CreateAsyncScope();
        var (db, lines) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), site.Services.GetRequiredService<Lines>());
        var (day, article) = (DateOnly.FromDateTime(site.Now), await db.Articles.Published().FirstAsync(a => a.Language == "en" && a.Bylines.Any(), stop));
        var bulletins = await db.Bulletins.Where(b => b.IsCurrent).OrderByDescending(b => b.EffectiveOn).Take(20).ToListAsync(stop);

        Assert.NotEqual(0, await SomeAsync(AuthorProfile.These, await db.Authors.Select(a => a.Id).ToListAsync(stop)));
        Assert.NotEqual(0, await SomeAsync(AuthorProfile.At, (await db.Authors.FirstAsync(stop)).Slug));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.SectionAt, (await db.Sections.FirstAsync(stop)).Slug));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.PlaceAt, (await db.Places.FirstAsync(stop)).Slug));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.TopicAt, (await db.Topics.FirstAsync(stop)).Slug));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.Places, await db.Places.Select(p => p.Id).ToListAsync(stop)));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.Topics, await db.Topics.Select(t => t.Id).ToListAsync(stop)));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.PlacesNear, (await db.Places.FirstAsync(p => p.ParentId != null, stop)).Id));
        Assert.NotEqual(0, await SomeAsync(Furniture.AllSections, Guid.Empty));
        Assert.NotEqual(0, await SomeAsync(Furniture.AboutIn, "en"));
        Assert.Equal(1, await SomeAsync(OtherName.All, Guid.Empty));
        Assert.NotEqual(0, await SomeAsync(Shelf.NewestInSection, new(article.SectionId!.Value, "en")));
        Assert.NotEqual(0, await SomeAsync(Shelf.NewestByAuthor, new((await db.Bylines.FirstAsync(b => b.ArticleId == article.Id, stop)).AuthorId, "en")));
        Assert.NotEqual(0, await SomeAsync(HomeModel.Newest, "ru"));
        Assert.NotEqual(0, await SomeAsync(HomeModel.NewestOf, new(article.Format, "en")));
        Assert.NotEqual(0, await SomeAsync(HomeModel.NewestIn, new((await db.Sections.FirstAsync(s => s.Id == article.SectionId, stop)).Slug, "en")));
        Assert.NotEqual(0, await SomeAsync(FrontShelf.SlotsOf, FrontSlot.Home("en")));
        Assert.NotEqual(0, await SomeAsync(MostRead.Sums, new(day.AddDays(-6), day)));
        Assert.NotEqual(0, await SomeAsync(MostRead.Languages, [article.Id]));
        Assert.Equal(0, await SomeAsync(FetchStates.Failing, Guid.Empty));
        var all = await db.Articles.Published().Select(a => a.Id).ToListAsync(stop);
        Assert.Equal(all.Count, await SomeAsync(FeedStory.Texts, all));
        IReadOnlyList<string> both = ["en", "ru"];
        Assert.Equal(all.Count, await SomeAsync(Sitemaps.All, both));
        Assert.Equal(all.Count, await SomeAsync(Sitemaps.InMonth, new(both, site.Now.AddYears(-9), site.Now)));
        Assert.NotEqual(0, await SomeAsync(NewsSitemap.Newest, new(both, site.Now.AddDays(-2))));
        Assert.Equal(2, await SomeAsync(PageSitemap.Fronts, both));
        foreach (var one in new[] { PageSitemap.Sections, PageSitemap.Places, PageSitemap.Topics, PageSitemap.Authors }) Assert.NotEqual(0, await SomeAsync(one, both));
        Assert.NotEqual(0, await SomeAsync(PageSitemap.PlainPages, both));
        Assert.NotEqual(0, await SomeAsync(PageSitemap.Banks, Guid.Empty));
        Assert.NotEqual(0, await SomeAsync(CorrectionsModel.Newest, "en"));
        Assert.Equal(0, await SomeAsync(GoneModel.Withdrawn, article.Id));
        Assert.Equal(1, await SomeAsync(NotFoundModel.GroupAt, [article.Path!]));
        Assert.Equal(1, await SomeAsync(NotFoundModel.SectionOf, article.Path!));
        Assert.NotEqual(0, await SomeAsync(FeedStory.Signatures, all));
        Assert.NotEqual(0, await SomeAsync(FeedStory.PlacesOf, all));
        Assert.NotEqual(0, await SomeAsync(FeedStory.TopicsOf, all));
        Assert.NotEqual(0, await SomeAsync(FeedStory.CorrectionsOf, all));
        Assert.Equal(1, await SomeAsync(SearchQuery.Entries, await db.SearchEntries.Select(e => e.Id).Take(1).ToListAsync(stop)));
        Assert.Equal(1, await SomeAsync(FoundArticle.These, [article.Id]));
        Assert.Equal(1, await SomeAsync(Completions.Headlines, [article.Id]));
        Assert.NotEqual(0, await SomeAsync(FiledUnder.Sections, await db.Sections.Select(s => s.Id).ToListAsync(stop)));
        Assert.Equal(1, await SomeAsync(FeedBodies.Cards, [article.Id]));
        Assert.NotEqual(0, await SomeAsync(FeedReading.NewestOfAll, "en"));
        Assert.NotEqual(0, await SomeAsync(FeedReading.NewestOfSection, new(article.SectionId!.Value, "en")));
        Assert.NotEqual(0, await SomeAsync(CreditedPicture.These, await db.Pictures.Select(p => p.Id).ToListAsync(stop)));
        Assert.NotEqual(0, await SomeAsync(BulletinsInForce.Days, new(["nbkr", "nbk"], bulletins[^1].EffectiveOn)));
        Assert.Equal(20, await SomeAsync(Bulletin.These, [.. bulletins.Select(b => b.Id)]));
        Assert.Equal(1, await SomeAsync(Bulletin.InForceOn, new(bulletins[0].Source, bulletins[0].Series, bulletins[0].EffectiveOn)));
        Assert.Equal(1, await SomeAsync(Bulletin.Before, new(bulletins[0].Source, bulletins[0].Series, bulletins[0].EffectiveOn, bulletins[0].ValuesDigest)));

        Task<int> SomeAsync<TAbout, TRow>(Question<TAbout, TRow> question, TAbout about) where TAbout : notnull => SameAsync(db, lines, question, about);
    }

    [Fact]
    public async Task The_questions_written_beforehand_are_worded_as_EF_words_them()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = typeof(NewsDb).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters).ToList();
        // Each stands in a static field, or in an object that does.
        List<Question> questions = [.. from type in types
            from field in type.GetFields(All | BindingFlags.Static)
            where field.FieldType.IsAssignableTo(typeof(Question))
            select (Question)field.GetValue(null)!];
        foreach (var holder in types.Where(type => type.GetFields(All | BindingFlags.Instance).Any(field => field.FieldType.IsAssignableTo(typeof(Question)))))
            questions.AddRange(from field in holder.GetFields(All | BindingFlags.Static)
                               where field.FieldType == holder
                               from own in holder.GetFields(All | BindingFlags.Instance)
                               where own.FieldType.IsAssignableTo(typeof(Question))
                               select (Question)own.GetValue(field.GetValue(null))!);
        Assert.InRange(questions.Count, 20, 100);
        Assert.Distinct(questions.Select(question => question.Name));
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile("nowhere.db");
        await using SqliteNewsDb db = new(options.Options, new Editions());
        var meant = Wordings.Write(questions, db);

        var written = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "src/Chapar/Database/Wordings.sql"), TestContext.Current.CancellationToken);
        if (meant != written)
        {
            Directory.CreateDirectory(Path.Combine(Sources.Root, "artifacts"));
            await File.WriteAllTextAsync(Path.Combine(Sources.Root, "artifacts/Wordings.sql"), meant, TestContext.Current.CancellationToken);
            Assert.Fail("A question or the tables were changed. Meant so? cp artifacts/Wordings.sql src/Chapar/Database/Wordings.sql");
        }
        foreach (var question in questions)
        {
            var (byEf, beforehand) = (question.Word(db), Wordings.Of(question.Name)!);
            Assert.Equal(byEf.Sql.ReplaceLineEndings("\n"), beforehand.Sql);
            Assert.Equal(byEf.Parameters, beforehand.Parameters);
        }
    }

    [Fact]
    public async Task A_question_is_asked_again_where_the_server_was_restarted()
    {
        Assert.SkipUnless(Postgres.ConnectionString is not null, "SQLite has no server.");
        var stop = TestContext.Current.CancellationToken;
        await using var site = await Site.StartAsync();
        var article = await (await World.MakeAsync(site)).PublishAsync("Dam opens");
        var lines = site.Services.GetRequiredService<Lines>();
        Assert.Equal("Dam opens", (await StoryText.Public.FirstAsync(lines, article.Id, stop))?.Story.Headline);
        await site.ChangeAsync(db => db.Database.SqlQuery<bool>(
            $"""SELECT pg_terminate_backend(pid) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()""").ToListAsync(stop));
        Assert.Equal("Dam opens", (await StoryText.Public.FirstAsync(lines, article.Id, stop))?.Story.Headline);
    }

    /// <summary>All that a row says, texts in all languages and bodies among it.</summary>
    static string Said(object row) => row is string ? (string)row : string.Join('|', row.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(row) switch
    {
        LocalText text => text.ToJson(),
        Chapar.Articles.Body.BodyTree body => body.ToJson(),
        CreditedPicture or AuthorPhoto or FrontItem => Said(p.GetValue(row)!),
        System.Collections.IEnumerable several and not string => string.Join(';', several.Cast<object>()),
        DateTime at => $"{at:O} {at.Kind}",
        var other => $"{other}",
    }));

    static async Task<(Article Bare, Article Shown)> FillAsync(Site site)
    {
        var world = await World.MakeAsync(site);
        var bare = await world.PublishAsync("Dam opens", text: "“Ёлка” – O'Brien's.\n\nTwo.");
        var picture = new Picture(new string('a', 64), "dam.jpg", "image/jpeg", 1600, 900, 12345, site.Now);
        picture.GiveCredit("A. Sadyk");
        picture.Describe(LocalText.Of([new("en", "A dam"), new("ru", "Плотина")]), LocalText.Of("ru", "Плотина утром"));
        picture.Focus(0.25, 0.75);
        await site.ChangeAsync(db => { db.Add(picture); return Task.CompletedTask; });
        var shown = await world.PublishAsync("Плотина", "ru", Format.Analysis, translationOf: bare.TranslationGroup, lead: picture);
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Corrections).SingleAsync(a => a.Id == shown.Id);
            Assert.Null(article.Correct("Ошибка", CorrectionKind.Clarification, "test", site.Now));
            db.Add(new Redirect("/old/dam", shown.Path, "test"));
        });
        return (bare, shown);
    }
}
