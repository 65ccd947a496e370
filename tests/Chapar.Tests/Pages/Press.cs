using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Events;
using Chapar.Fronts;
using Chapar.Sections;
using Chapar.Suggestions;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Pages;

/// <summary>A newsroom that does random things, each through the entities' own methods; the same seed does the same.</summary>
sealed partial class Press
{
    readonly Site site;
    readonly Random random;
    readonly (string Name, Func<NewsDb, Task> Do)[] kinds;
    int made;

    Press(Site site, int seed, string[] without)
    {
        this.site = site;
        random = new Random(seed);
        (string Name, Func<NewsDb, Task> Do)[] all =
        [
            ("publish", PublishAsync), ("headline", db => ArticleAsync(db, Rewrite)), ("deck and body", db => ArticleAsync(db, Rewrite)),
            ("retag", RetagAsync), ("relocate", RelocateAsync), ("refile", RefileAsync), ("sign", SignAsync),
            ("correct", db => ArticleAsync(db, a => a.Correct($"It was {random.Next(100)}.", CorrectionKind.Correction, "test", site.Now))),
            ("withdraw", WithdrawAsync), ("slot", SlotAsync), ("rename section", async db => Rename(await AnyAsync(db.Sections))),
            ("rename place", async db => Rename(await AnyAsync(db.Places))), ("rename topic", async db => Rename(await AnyAsync(db.Topics))),
            ("rename author", async db => (await AnyAsync(db.Authors)).Rename(Name("Author"))),
            ("credit", async db => (await AnyAsync(db.Pictures)).GiveCredit($"Photo: {random.Next(1000)}")),
            ("caption", async db => (await AnyAsync(db.Pictures)).Describe(Name("Alternative"), Name("Caption"))),
            ("focus", async db => (await AnyAsync(db.Pictures)).Focus(random.NextDouble(), random.NextDouble())),
            ("rights", async db => Promise(await AnyAsync(db.Pictures))),
            ("lead", LeadAsync), ("portrait", async db => (await AnyAsync(db.Authors)).Portray(await AnyAsync(db.Pictures))),
            ("plain page", async db => (await AnyAsync(db.PlainPages)).Write($"About {random.Next(1000)}", World.Body("Who we are."), site.Now)),
            ("draft", DraftAsync), ("reads", ReadAsync), ("choose", ChooseAsync), ("rates", RatesAsync), ("settings", SettingsAsync), ("time", _ => { site.Clock.Advance(TimeSpan.FromHours(random.Next(1, 30))); return Task.CompletedTask; }),
            ("move section", async db => await MoveAsync(db, await AnyAsync(db.Sections))), ("move topic", async db => await MoveAsync(db, await AnyAsync(db.Topics))), ("merge", MergeAsync),
            ("place within", async db => db.Add(new Place($"place-{++made}", Name("Place"), parentId: (await AnyAsync(db.Places.Where(p => p.ParentId == null))).Id))),
            ("move place", LieInAsync), ("known name", KnownNameAsync),
            ("new section", db => { db.Add(new Section($"section-{++made}", Name("Section"), position: made)); return Task.CompletedTask; }),
        ];
        kinds = [.. all.Where(kind => !without.Contains(kind.Name))];
    }

    /// <param name="site">Whose.</param>
    /// <param name="seed">Of chance.</param>
    /// <param name="without">Kinds of edits that are not made.</param>
    public static async Task<Press> StartAsync(Site site, int seed, params string[] without)
    {
        var press = new Press(site, seed, without);
        await site.ChangeAsync(db =>
        {
            db.AddRange(new Section("politics", press.Name("Politics"), position: 1), new Section("culture", press.Name("Culture"), position: 2));
            db.AddRange(new Place("osh", press.Name("Osh")), new Place("almaty", press.Name("Almaty")), new Topic("water", press.Name("Water")), new Topic("rail", press.Name("Rail")));
            db.AddRange(new Author("aigul", press.Name("Aigul")), new Author("timur", press.Name("Timur")), new Author("desk", press.Name("Desk"), AuthorKind.House));
            for (int i = 0; i < 3; i++) db.Add(Photo(i));
            var about = new PlainPage("en", "/about");
            about.Write("About", World.Body("Who we are."), site.Now);
            about.StandInFooter(1);
            about.Publish();
            db.Add(about);
            return Task.CompletedTask;

            Picture Photo(int i)
            {
                var picture = new Picture($"{i:x8}{new string('0', 56)}", $"{i}.jpg", "image/jpeg", 1200, 800, 1000, site.Now);
                picture.GiveCredit("Photo: Desk");
                picture.Describe(press.Name("Alternative"), press.Name("Caption"));
                return picture;
            }
        });
        return press;
    }

    /// <summary>Does one random thing and says what.</summary>
    public async Task<string> EditAsync()
    {
        var (name, work) = kinds[random.Next(kinds.Length)];
        await site.ChangeAsync(work);
        return name;
    }

    /// <summary>Does all that follows from what was done, also what another process on the same database has taken on.</summary>
    public async Task DeliverAsync()
    {
        do await site.DispatchAsync();
        while (await site.ChangeAsync(db => db.Deliveries.AnyAsync(d => d.State == DeliveryState.Waiting && d.DueAt <= site.Now)) || await site.ChangeAsync(db => db.Events.AnyAsync(e => !e.IsDispatched)));
        // What was read together changes what is suggested at leisure: a process that starts again would do it a second later, as an edit of nobody's.
        await site.Services.GetRequiredService<SuggestionUpkeep>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    public Task PublishAsync() => site.ChangeAsync(PublishAsync);

    /// <summary>Addresses of every kind of page, with the newest articles.</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var stop = TestContext.Current.CancellationToken;
        return ["/", "/ru", "/corrections", "/rates", "/archive", "/formats/news", "/about", "/politics", "/culture", "/ru/politics", "/places/osh", "/places/almaty", "/topics/water",
            "/authors/aigul", "/feed.xml", "/ru/atom.xml", "/politics/feed.json", "/sitemap.xml", "/sitemaps/pages.xml", "/news-sitemap.xml", "/text", "/text/ru", "/text/politics", $"/sitemaps/{site.Now:yyyy-MM}.xml",
            .. (await db.Articles.Published().OrderBy(a => a.Id).Select(a => a.Path!).ToListAsync(stop)).TakeLast(6)];
    }

    LocalText Name(string what) => LocalText.Of([new("en", $"{what} {random.Next(1000)}"), new("ru", $"Имя {random.Next(1000)}")]);

    async Task<T> AnyAsync<T>(IQueryable<T> of) where T : class => await of.OrderBy(e => EF.Property<Guid>(e, "Id")).Skip(random.Next(await of.CountAsync())).FirstAsync();

    async Task PublishAsync(NewsDb db)
    {
        var language = random.Next(4) == 0 ? "ru" : "en";
        var group = random.Next(4) == 0 && await db.Articles.AnyAsync() ? (await AnyAsync(db.Articles)).TranslationGroup : (Guid?)null;
        var article = new Article(language, Formats.All[random.Next(Formats.All.Count)], site.Now, group);
        Rewrite(article);
        article.FileUnder(await AnyAsync(db.Sections), site.Now);
        article.Sign([(await AnyAsync(db.Authors), BylineRole.Writer), (await AnyAsync(db.Authors), BylineRole.Photographer)], site.Now);
        article.Locate([await AnyAsync(db.Places)], site.Now);
        article.Tag([await AnyAsync(db.Topics)], site.Now);
        if (random.Next(2) == 0) article.Illustrate(await AnyAsync(db.Pictures), site.Now);
        var refusal = article.Publish($"{(language == "en" ? "" : "/ru")}/2026/11/story-{++made}", "test", site.Now, site.Now.AddDays(-random.Next(90)));
        Assert.Null(refusal?.ToString());
        db.Add(article);
    }

    /// <summary>All of it, or the text alone: of the beginning, with which lists show a story without a deck, or of its end.</summary>
    void Rewrite(Article article)
    {
        var headline = article.Headline.Length > 0 && random.Next(2) == 0 ? article.Headline : $"Headline {random.Next(10_000)}";
        var deck = random.Next(3) switch { 0 => article.Deck, 1 => "", _ => $"Deck {random.Next(10_000)}." };
        article.Write(headline, deck, World.Body($"Water and rail, part {random.Next(3)}.\n\nThe end of {random.Next(10_000)}."), site.Now);
    }

    async Task ArticleAsync(NewsDb db, Action<Article> change)
    {
        var article = await AnyAsync(db.Articles.Published().Include(a => a.Bylines).Include(a => a.Lead).AsSplitQuery());
        change(article);
        Republish(article);
    }

    void Republish(Article article)
    {
        var refusal = article.Publish(article.Path!, "test", site.Now);
        Assert.Null(refusal?.ToString());
    }

    async Task RetagAsync(NewsDb db)
    {
        var article = await AnyAsync(db.Articles.Published().Include(a => a.Topics).Include(a => a.Bylines).Include(a => a.Lead).AsSplitQuery());
        article.Tag(random.Next(3) == 0 ? [] : [await AnyAsync(db.Topics)], site.Now);
        Republish(article);
    }

    async Task RelocateAsync(NewsDb db)
    {
        var article = await AnyAsync(db.Articles.Published().Include(a => a.Places).Include(a => a.Bylines).Include(a => a.Lead).AsSplitQuery());
        article.Locate(random.Next(3) == 0 ? [] : [await AnyAsync(db.Places)], site.Now);
        Republish(article);
    }

    async Task RefileAsync(NewsDb db)
    {
        var section = await AnyAsync(db.Sections);
        await ArticleAsync(db, a => a.FileUnder(section, site.Now));
    }

    async Task SignAsync(NewsDb db)
    {
        var author = await AnyAsync(db.Authors);
        await ArticleAsync(db, a => a.Sign([(author, BylineRole.Writer)], site.Now));
    }

    async Task LeadAsync(NewsDb db)
    {
        var picture = random.Next(3) == 0 ? null : await AnyAsync(db.Pictures);
        await ArticleAsync(db, a => a.Illustrate(picture, site.Now));
    }

    async Task WithdrawAsync(NewsDb db)
    {
        if (await db.Articles.Published().CountAsync() < 8) return;
        (await AnyAsync(db.Articles.Published())).Withdraw("It was wrong.", "test", site.Now);
    }

    /// <summary>A front is arranged anew and published: of the home page or of a section, with headlines and pictures of its own and pins that end.</summary>
    async Task SlotAsync(NewsDb db)
    {
        var article = await AnyAsync(db.Articles.Published());
        var front = random.Next(2) == 0 ? FrontSlot.Home(article.Language) : FrontSlot.Section(article.SectionId!.Value, article.Language);
        var plan = await db.FrontPlans.FindAsync(front);
        if (plan is null) db.Add(plan = new FrontPlan(front, FrontLayout.Of(await db.FrontSlots.Where(s => s.Front == front).ToListAsync()), "test", site.Now));
        var at = random.Next(FrontSlot.Count);
        var item = new FrontItem(article.Id, random.Next(3) == 0 ? $"Own {random.Next(1000)}" : null, random.Next(3) == 0 ? (await AnyAsync(db.Pictures)).Id : null,
            random.Next(3) == 0 ? site.Now.AddHours(random.Next(1, 40)) : null);
        plan.Arrange(random.Next(4) == 0 ? plan.Layout.Without(at) : plan.Layout.With(article.Id, at).Set(at, item), "test", site.Now);
        await FrontPress.PublishAsync(db, plan, front, "test", site.Now, TestContext.Current.CancellationToken);
    }

    /// <summary>The right to show it ends in some hours, in a month, or never.</summary>
    void Promise(Picture picture) =>
        picture.Revise(picture.Details with { RightsEndAt = random.Next(4) switch { 0 => null, 1 => site.Now.AddDays(30), _ => site.Now.AddHours(random.Next(1, 40)) } }, "test", site.Now);

    void Rename(Filing filed) => filed.Rename(Name(filed.Slug));

    async Task MoveAsync(NewsDb db, Filing filing)
    {
        var before = filing.Address;
        filing.MoveTo($"{filing.Slug.Split('-')[0]}-{random.Next(3)}", "test", site.Now);
        if (await db.Sections.AnyAsync(s => s.Slug == filing.Slug && s.Id != filing.Id) || await db.Topics.AnyAsync(t => t.Slug == filing.Slug && t.Id != filing.Id)) db.ChangeTracker.Clear();
        else await Addresses.MoveAsync(db, before, filing.Address, ["", "/ru"], "test");
    }

    /// <summary>A place that lies in another is laid into a third, or stands alone.</summary>
    async Task LieInAsync(NewsDb db)
    {
        var within = db.Places.Where(p => p.ParentId != null);
        if (!await within.AnyAsync()) return;
        var place = await AnyAsync(within);
        place.LieIn(random.Next(3) == 0 ? null : (await AnyAsync(db.Places.Where(p => p.Slug == "osh" || p.Slug == "almaty"))).Id, "test", site.Now);
    }

    /// <summary>A new topic takes in an old one, so that there are always some.</summary>
    async Task MergeAsync(NewsDb db)
    {
        var from = await AnyAsync(db.Topics);
        var into = new Topic($"topic-{++made}", Name("Topic"));
        db.Add(into);
        await db.SaveChangesAsync();
        await Merging.MergeAsync(db, from, into, ["", "/ru"], "test", site.Now);
    }
}
