using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Rates;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>
/// The full texts of a feed's articles: lead picture first, corrections last. What all of them need (pictures, linked
/// articles) is read in one query each.
/// </summary>
sealed class FeedBodies
{
    /// <summary>Feed readers take one size: this one, or the picture's own when it is narrower.</summary>
    const int Width = 800;

    readonly BodyContext context;
    readonly Dictionary<Guid, CreditedPicture> pictures;
    readonly FeedWords words;
    readonly string language;
    readonly Uri site;
    readonly DateTime now;

    FeedBodies(Publication publication, FeedWords words, string language, Dictionary<Guid, CreditedPicture> pictures, Dictionary<Guid, LinkedArticle> linked,
        Dictionary<(string, DateOnly?), RateFigure> rates, DateTime now)
    {
        this.words = words;
        this.language = language;
        this.pictures = pictures;
        this.now = now;
        site = new Uri(publication.BaseUrl + "/");
        context = new BodyContext
        {
            Language = language,
            Picture = id => pictures.TryGetValue(id, out var picture) && picture.MayBeShown(now) ? Show(picture.Face) : null,
            HasEnded = id => pictures.TryGetValue(id, out var picture) && !picture.MayBeShown(now),
            Article = linked.GetValueOrDefault,
            Rate = (pair, asOf) => rates.GetValueOrDefault((pair, asOf)),
            Words = words.Body,
        };
    }

    internal sealed record Card(Guid Id, LinkedArticle Linked);

    internal static readonly Question<IReadOnlyList<Guid>, Card> Cards = new("feed.cards",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new Card(a.Id, new LinkedArticle(a.Path!, a.Headline, a.Deck))),
        row => new(row.Id(0), new(row.Text(1), row.Text(2), row.Text(3))));

    /// <summary>The edition names that the text of an article depends on.</summary>
    public static IEnumerable<string> NamesOf(FeedStory article) =>
        [.. MediaOf(article).Select(EditionNames.Picture), .. article.Body.Articles().Select(EditionNames.Article), .. Quoted(article).Any() ? [EditionNames.Rates] : Array.Empty<string>()];

    /// <summary>The instant (UTC) at which a rate of the day may be another, or the rights to a picture end; null for neither.</summary>
    public DateTime? GoodUntil(FeedStory article) =>
        Earliest([.. MediaOf(article).Select(id => pictures.GetValueOrDefault(id)?.EndsAfter(now)), Quoted(article).Any() ? RateStatuses.NextChangeAt(now) : null]);

    public static async Task<FeedBodies> ReadAsync(
        Asking asking, Publication publication, FeedWords words, string language, DateTime now, IReadOnlyList<FeedStory> articles, CancellationToken stop)
    {
        var media = articles.SelectMany(MediaOf).Distinct().ToList();
        var cards = articles.SelectMany(a => a.Body.Articles()).Distinct().ToList();
        var pictures = media.Count == 0 ? [] : (await asking.ListAsync(CreditedPicture.These, media, stop)).ToDictionary(p => p.Face.Id);
        var linked = cards.Count == 0 ? [] : (await asking.ListAsync(Cards, cards, stop)).ToDictionary(c => c.Id, c => c.Linked);
        Dictionary<(string, DateOnly?), RateFigure> rates = [];
        foreach (var (pair, asOf) in articles.SelectMany(Quoted).Distinct())
            if (await RateQuote.ReadAsync(asking.Db, pair, asOf, now, stop) is { } quote) rates[(pair, asOf)] = new RateFigure(RateFormat.Quoted(quote, words.Per, language), null);
        return new FeedBodies(publication, words, language, pictures, linked, rates, now);
    }

    /// <summary>The pictures of an article, the first of all among them.</summary>
    static IEnumerable<Guid> MediaOf(FeedStory article) => article.Lead is { } lead ? article.Body.Media().Append(lead.Face.Id) : article.Body.Media();

    static IEnumerable<(string Pair, DateOnly? AsOf)> Quoted(FeedStory article) => article.Body.Nodes.SelectMany(TreeWalk.Descend).OfType<RateInline>().Select(r => (r.Pair, r.AsOf));

    static DateTime? Earliest(IEnumerable<DateTime?> instants) => instants.Min();

    public static string LeadAlternativeText(FeedStory article, string language) =>
        article.Lead!.Decorative ? "" : article.LeadAlternativeText ?? article.Lead.AlternativeText[language];

    public static string LeadCaption(FeedStory article, string language) => article.LeadCaption ?? article.Lead!.Caption[language];

    /// <summary>The whole text as HTML with whole addresses.</summary>
    public string Html(FeedStory article)
    {
        List<Node> nodes = [];
        if (article.Lead is { } lead)
            nodes.Add(new ImageBlock(lead.Face.Id, null, LeadAlternativeText(article, language), LeadCaption(article, language), lead.Credit, Decorative: lead.Decorative));
        nodes.AddRange(article.Body.Nodes.Select(WithWords));
        if (article.Corrections.Count > 0) nodes.Add(new Divider());
        nodes.AddRange(article.Corrections.Select(Note));
        return CleanText.Of(BodyFeed.Render(new BodyTree(nodes), context, site));
    }

    Paragraph Note(FeedStory.CorrectionOf correction) => new([
        new TextRun($"{(correction.Kind == CorrectionKind.Correction ? words.Correction : words.Clarification)}, {words.Day(correction.At)}.", [new BoldMark()]),
        new TextRun(" " + correction.Text)]);

    /// <summary>A picture in the text that says nothing of itself says what the picture says everywhere.</summary>
    Node WithWords(Node node) => node switch
    {
        Gallery gallery => new Gallery([.. gallery.Images.Select(WithWords)]),
        ImageBlock { Media: { } id } image when pictures.TryGetValue(id, out var picture) => image with
        {
            Alt = string.IsNullOrEmpty(image.Alt) ? picture.AlternativeText[language] : image.Alt,
            Caption = string.IsNullOrEmpty(image.Caption) ? picture.Caption.Exactly(language) : image.Caption,
            Credit = string.IsNullOrEmpty(image.Credit) ? picture.Credit : image.Credit,
            Decorative = image.Decorative || picture.Decorative,
        },
        _ => node,
    };

    static Articles.Body.Picture Show(PictureFace face)
    {
        var widths = Renditions.WidthsOf(face);
        var width = widths.Last(w => w <= Width || w == widths[0]);
        return new Articles.Body.Picture("", "", "", Renditions.Address(face, Shape.Whole, width, "jpg"), width, Renditions.Height(face, Shape.Whole, width));
    }
}
