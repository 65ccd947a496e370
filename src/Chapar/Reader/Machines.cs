using Chapar.Database;
using Chapar.Distribution;
using Chapar.Pages;
using Chapar.Rates;
using Chapar.Reader.Finding;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>The addresses of what machines read. The documents themselves are made in Distribution; here they are kept like pages.</summary>
public static class Machines
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The three kinds of feed.</summary>
    internal static IReadOnlyList<(string File, Func<Feed, Publication, Document> Write)> Writers { get; } = [(Rss.File, Rss.Write), (Atom.File, Atom.Write), (JsonFeed.File, JsonFeed.Write)];

    /// <summary>Answered without a look at the database, so that they stand when it is down.</summary>
    public static IReadOnlySet<string> WithoutDatabase { get; } = new HashSet<string>(["/robots.txt", "/.well-known/security.txt", "/manifest.webmanifest"], StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder app)
    {
        MapFeeds(app, "", FeedAbout.Everything);
        MapFeeds(app, "/{slug}", FeedAbout.Section);
        MapFeeds(app, "/places/{slug}", FeedAbout.Place);
        MapFeeds(app, "/topics/{slug}", FeedAbout.Topic);
        MapFeeds(app, "/authors/{slug}", FeedAbout.Author);
        MapBulletins(app);
        SearchFeeds.Map(app);
        app.MapWhenAsked("/sitemap.xml", Reading, async (HttpContext context, OpenedDb db, Lines lines, Publication publication, TimeProvider clock, CancellationToken stop) =>
            await AnswerAsync(context, LanguageOf(context, publication) is { } language ? await SitemapsOf(context, db.Asking(lines), publication, clock, stop).IndexAsync(language, stop) : null));
        app.MapWhenAsked("/sitemaps/{name}.xml", Reading, async (HttpContext context, string name, OpenedDb db, Lines lines, Publication publication, TimeProvider clock, CancellationToken stop) =>
            await AnswerAsync(context, LanguageOf(context, publication) is { } language ? await SitemapsOf(context, db.Asking(lines), publication, clock, stop).FindAsync(language, name, stop) : null));
        app.MapWhenAsked("/news-sitemap.xml", Reading, async (HttpContext context, OpenedDb db, Lines lines, Publication publication, TimeProvider clock, CancellationToken stop) =>
            await AnswerAsync(context, LanguageOf(context, publication) is { } language ? await NewsSitemap.WriteAsync(db.Asking(lines), publication, language, clock.GetUtcNow().UtcDateTime, stop) : null));
        app.MapWhenAsked("/robots.txt", Reading, (HttpContext context, Publication publication) => AnswerAsync(context, IsMain(context) ? SiteFiles.Robots(publication) : null));
        app.MapWhenAsked("/.well-known/security.txt", Reading, (HttpContext context, Publication publication, TimeProvider clock) =>
            AnswerAsync(context, IsMain(context) ? SiteFiles.SecurityText(publication, clock.GetUtcNow().UtcDateTime) : null));
        app.MapWhenAsked(NextPage.Path, Reading, (HttpContext context) =>
        {
            if (!IsMain(context)) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=604800";
            return Results.Text(NextPage.Rules, NextPage.ContentType);
        });
        app.MapWhenAsked("/manifest.webmanifest", Reading, (HttpContext context, Publication publication) =>
            AnswerAsync(context, SiteFiles.Manifest(publication, LanguagePath.Of(context, publication))));
    }

    /// <summary>In an edition two of its files are made of the pages that it reads once.</summary>
    static Sitemaps SitemapsOf(HttpContext context, Asking asking, Publication publication, TimeProvider clock, CancellationToken stop) => new(asking, publication, clock.GetUtcNow().UtcDateTime,
        readPages: context.Features.Get<StaticEdition>() is { } edition ? async () => (await edition.ShareAsync<PageSitemap.Pages>("pages", async () => await new PageSitemap(asking, publication).ReadAsync(stop)))! : null);

    static void MapFeeds(IEndpointRouteBuilder app, string list, FeedAbout about)
    {
        foreach (var (file, write) in Writers)
        {
            app.MapWhenAsked($"{list}/{file}", Reading, async (HttpContext context, OpenedDb db, Lines lines, Publication publication, TimeProvider clock, CancellationToken stop) =>
            {
                var language = LanguagePath.Of(context, publication);
                var slug = context.Request.RouteValues["slug"] as string;
                var edition = context.Features.Get<StaticEdition>();
                Task<Feed?> ReadAsync() => new FeedReading(db.Asking(lines), publication, WordsOf(language, publication), language, clock.GetUtcNow().UtcDateTime, edition?.Own<FeedShelf>()).ReadAsync(about, slug, lines, stop);
                var feed = edition is null ? await ReadAsync() : await edition.ShareAsync($"{language} {about} {slug}", ReadAsync);
                await AnswerAsync(context, feed is null ? null : write(feed, publication));
            });
        }
    }

    static void MapBulletins(IEndpointRouteBuilder app)
    {
        foreach (var (file, write) in Writers)
            app.MapWhenAsked($"/rates/{file}", Reading, async (HttpContext context, NewsDb db, Publication publication, CancellationToken stop) =>
            {
                var language = LanguagePath.Of(context, publication);
                var words = Words.In(language);
                var feed = await BulletinFeed.ReadAsync(db, publication, new(words.Fill("rates-feed", publication.Name), words.Fill("rates-description", publication.Name),
                    words["rate-valid"], words["rate-corrected"], new Dates(words, publication.Zone).Day, code => CurrencyNames.Of(code, language), source => RateTexts.Bank(words, source)), language, stop);
                await AnswerAsync(context, write(feed, publication));
            });
    }

    /// <summary>The language that an address is of; null where it is that of another script or of text, which robots are not led to.</summary>
    static string? LanguageOf(HttpContext context, Publication publication) =>
        LanguagePath.Of(context, publication) is var language && (context.Request.PathBase.Value ?? "") == publication.Prefix(language) ? language : null;

    /// <summary>Of some things there is one for all languages.</summary>
    static bool IsMain(HttpContext context) => !context.Request.PathBase.HasValue;

    /// <summary>Answers a document and keeps it; 404 for none.</summary>
    public static async Task AnswerAsync(HttpContext context, Document? document)
    {
        if (document is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (context.Features.Get<Rendering>() is { } rendering)
        {
            rendering.DependOn(document.Names);
            if (document.GoodUntil is { } until) rendering.ExpireAt(until);
            rendering.Keep();
        }
        context.Response.ContentType = document.ContentType;
        foreach (var part in document.Parts) await context.Response.Body.WriteAsync(part, context.RequestAborted);
    }

    internal static FeedWords WordsOf(string language, Publication publication)
    {
        var words = Words.In(language);
        var dates = new Dates(words, publication.Zone);
        return new FeedWords(words["correction"], words["clarification"], dates.Day, words["rates-per"], ArticleBody.WordsOf(words));
    }
}
