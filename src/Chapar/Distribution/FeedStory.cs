using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>A public article as feeds carry it.</summary>
sealed record FeedStory(
    Guid Id, string Language, string Path, string Headline, string Deck, DateTime FirstPublishedAt, DateTime UpdatedAt, Guid SectionId, LocalText SectionName,
    string? LeadCaption, string? LeadAlternativeText, CreditedPicture? Lead, BodyTree Body)
{
    /// <summary>Who signed, in order.</summary>
    public IReadOnlyList<SignedBy> Signed { get; private init; } = [];

    public IReadOnlyList<FiledOf> Places { get; private init; } = [];
    public IReadOnlyList<FiledOf> Topics { get; private init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CorrectionOf> Corrections { get; private init; } = [];

    internal sealed record SignedBy(Guid Article, Guid Id, LocalText Name, string Slug);

    internal sealed record FiledOf(Guid Article, Guid Id, string Slug, LocalText Name);

    internal sealed record CorrectionOf(Guid Article, Guid Id, CorrectionKind Kind, string Text, DateTime At);

    internal static readonly Question<IReadOnlyList<Guid>, FeedStory> Texts = new("feed.stories",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new FeedStory(
            a.Id, a.Language, a.Path!, a.Headline, a.Deck, a.FirstPublishedAt!.Value, a.UpdatedAt!.Value, a.SectionId!.Value, a.Section!.Name, a.LeadCaption, a.LeadAlternativeText,
            a.Lead == null ? null : new CreditedPicture(new PictureFace(a.Lead.Id, a.Lead.Key, a.Lead.Width, a.Lead.Height, a.Lead.FocalX, a.Lead.FocalY), a.Lead.Credit, a.Lead.AlternativeText, a.Lead.Caption, a.Lead.Decorative, a.Lead.RightsEndAt),
            a.Body)),
        row => new(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.At(5), row.At(6), row.Id(7), LocalText.FromJson(row.Text(8)), row.TextOrNot(9), row.TextOrNot(10),
            row.Is(11) ? null : new(new(row.Id(12), row.Text(13), row.Number(14), row.Number(15), row.Part(16), row.Part(17)), row.Text(18), LocalText.FromJson(row.Text(19)), LocalText.FromJson(row.Text(20)), row.Is(21), row.AtOrNot(22)),
            BodyTree.Parse(row.Text(23))));

    internal static readonly Question<IReadOnlyList<Guid>, SignedBy> Signatures = new("feed.signed",
        (db, ids) => db.Bylines.Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position).Select(b => new SignedBy(b.ArticleId, b.AuthorId, b.Author!.Name, b.Author.Slug)),
        row => new(row.Id(0), row.Id(1), LocalText.FromJson(row.Text(2)), row.Text(3)));

    internal static readonly Question<IReadOnlyList<Guid>, FiledOf> PlacesOf = new("feed.places",
        (db, ids) => db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Places, (a, p) => new FiledOf(a.Id, p.Id, p.Slug, p.Name)), Filed);

    internal static readonly Question<IReadOnlyList<Guid>, FiledOf> TopicsOf = new("feed.topics",
        (db, ids) => db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Topics, (a, t) => new FiledOf(a.Id, t.Id, t.Slug, t.Name)), Filed);

    internal static readonly Question<IReadOnlyList<Guid>, CorrectionOf> CorrectionsOf = new("feed.corrections",
        (db, ids) => db.Corrections.Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new CorrectionOf(c.ArticleId, c.Id, c.Kind, c.Text, c.At)),
        row => new(row.Id(0), row.Id(1), row.Word<CorrectionKind>(2), row.Text(3), row.At(4)));

    static FiledOf Filed(AnswerRow row) => new(row.Id(0), row.Id(1), row.Text(2), LocalText.FromJson(row.Text(3)));

    /// <summary>These, in no order; those that are not public are left out.</summary>
    public static async Task<IReadOnlyList<FeedStory>> ReadAsync(Asking asking, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var signed = (await asking.ListAsync(Signatures, ids, stop)).ToLookup(s => s.Article);
        var places = (await asking.ListAsync(PlacesOf, ids, stop)).ToLookup(p => p.Article);
        var topics = (await asking.ListAsync(TopicsOf, ids, stop)).ToLookup(t => t.Article);
        var corrections = (await asking.ListAsync(CorrectionsOf, ids, stop)).ToLookup(c => c.Article);
        return [.. (await asking.ListAsync(Texts, ids, stop)).Select(story => story with
        {
            Signed = [.. signed[story.Id]],
            Places = [.. places[story.Id]],
            Topics = [.. topics[story.Id]],
            Corrections = [.. corrections[story.Id]],
        })];
    }
}
