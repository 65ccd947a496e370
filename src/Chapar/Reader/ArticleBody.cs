using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Rates;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>Renders a body for readers: fetches the pictures, articles and rates it names, and says that the page depends on them.</summary>
public sealed class ArticleBody(ReaderPage page)
{
    public async Task<string> RenderAsync(BodyTree body)
    {
        var pictures = await PicturesAsync(body);
        var articles = await ArticlesAsync(body);
        var rates = await RateFigures.ReadAsync(body, page);
        var context = new BodyContext
        {
            Language = page.Language,
            Picture = id => pictures.TryGetValue(id, out var picture) && picture.MayBeShown(page.Now) ? page.Portion.IsText ? Tell(picture.Face()) : Show(picture.Face()) : null,
            PictureSize = page.Portion.IsText ? picture => page.W.Fill("picture-size", picture.Width, picture.Height, Renditions.MostBytes("jpg", picture.Width) / 1000) : null,
            HasEnded = id => pictures.TryGetValue(id, out var picture) && !picture.MayBeShown(page.Now),
            Article = id => articles.GetValueOrDefault(id),
            Rate = rates.Find,
            Words = WordsOf(page.W),
        };
        return BodyHtml.Render(WithWords(body, pictures), context);
    }

    async Task<IReadOnlyDictionary<Guid, Media.Picture>> PicturesAsync(BodyTree body)
    {
        var ids = body.Media().ToList();
        if (ids.Count == 0) return System.Collections.Immutable.ImmutableDictionary<Guid, Media.Picture>.Empty;
        page.Rendering.DependOn(ids.Select(EditionNames.Picture));
        var pictures = await page.Db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var picture in pictures.Values) page.Shows(picture);
        return pictures;
    }

    async Task<IReadOnlyDictionary<Guid, LinkedArticle>> ArticlesAsync(BodyTree body)
    {
        var ids = body.Articles().ToList();
        if (ids.Count == 0) return System.Collections.Immutable.ImmutableDictionary<Guid, LinkedArticle>.Empty;
        page.Rendering.DependOn(ids.Select(EditionNames.Article));
        return await page.Db.Articles.AsNoTracking().Published().Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new LinkedArticle(a.Path!, a.Headline, a.Deck));
    }

    /// <summary>An image of the text says what its story says of it, and otherwise what the picture says of itself.</summary>
    BodyTree WithWords(BodyTree body, IReadOnlyDictionary<Guid, Media.Picture> pictures)
    {
        if (pictures.Count == 0) return body;
        ImageBlock Fill(ImageBlock image) => image.Media is { } id && pictures.TryGetValue(id, out var picture)
            ? image with
            {
                Alt = string.IsNullOrEmpty(image.Alt) ? picture.AlternativeText[page.Language] : image.Alt,
                Caption = image.Caption ?? picture.Caption.Exactly(page.Language),
                Credit = string.IsNullOrEmpty(image.Credit) ? picture.Credit : image.Credit,
                Decorative = image.Decorative || picture.Decorative,
            }
            : image;
        return new BodyTree([.. body.Nodes.Select(node => node switch
        {
            ImageBlock image => Fill(image),
            Gallery gallery => new Gallery([.. gallery.Images.Select(i => i is ImageBlock image ? Fill(image) : i)]),
            _ => node,
        })]);
    }

    static Articles.Body.Picture Show(PictureFace face)
    {
        var widest = Renditions.WidthsOf(face)[^1];
        return new Articles.Body.Picture(
            Renditions.SourceSet(face, Shape.Whole, "avif"), Renditions.SourceSet(face, Shape.Whole, "webp"), Renditions.SourceSet(face, Shape.Whole, "jpg"),
            Renditions.Address(face, Shape.Whole, Math.Min(800, widest), "jpg"), widest, Renditions.Height(face, Shape.Whole, widest));
    }

    Articles.Body.Picture Tell(PictureFace face)
    {
        var told = PictureText.Of(face, "", page.W);
        return new("", "", "", told.Address, told.Width, told.Height);
    }

    internal static BodyWords WordsOf(Words w) => new(w["watch-on"], w["open-on"], w["open-map"], w["photo"], w["photos"], w["table"], w["bytes"], w["kilobytes"], w["megabytes"], w["picture-ended"]);
}

/// <summary>The rates that a body quotes: of the day they were fixed for, or in force today.</summary>
public sealed class RateFigures
{
    readonly Dictionary<(string Pair, DateOnly? AsOf), RateFigure> figures = [];

    public RateFigure? Find(string pair, DateOnly? asOf) => figures.GetValueOrDefault((pair, asOf));

    public static async Task<RateFigures> ReadAsync(BodyTree body, ReaderPage page)
    {
        var rates = new RateFigures();
        foreach (var quoted in body.Nodes.SelectMany(TreeWalk.Descend).OfType<RateInline>().Select(r => (r.Pair, r.AsOf)).Distinct())
        {
            // Also a fixed one: its bulletin may yet be corrected.
            page.Rendering.DependOn(EditionNames.Rates);
            if (await RateQuote.ReadAsync(page.Db, quoted.Pair, quoted.AsOf, page.Now, page.HttpContext.RequestAborted) is not { } quote) continue;
            var corrected = quote.IsCorrected ? $", {page.W["rate-corrected"]}" : "";
            var title = $"{quote.Pair}, {page.Dates.Day(quote.EffectiveOn)}, {string.Join(", ", quote.Sources.Select(s => RateTexts.Bank(page.W, s)))}{corrected}";
            rates.figures[quoted] = new RateFigure(RateFormat.Quoted(quote, page.W["rates-per"], page.Language), title);
        }
        return rates;
    }
}
