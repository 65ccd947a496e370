using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>An author's name with the way to their page.</summary>
/// <param name="Lang">The language of the name where it is not the page's.</param>
public sealed record Signature(string Name, string Path, BylineRole Role, string? Lang = null);

/// <summary>A picture beside a headline.</summary>
public sealed record TeaserPicture(PictureFace Face, string AlternativeText);

/// <summary>An article as an item of a list.</summary>
/// <param name="Deck">Of a story without a deck its first sentences (D10).</param>
public sealed record Teaser(
    Guid Id, string Path, string Language, string Headline, string Deck, Format Format, string SectionName, string? SectionLang, string SectionPath,
    DateTime PublishedAt, IReadOnlyList<Signature> Authors, TeaserPicture? Picture);

/// <summary>
/// Reads items of lists, and tells the page what it thereby depends on: the one place for both. An item is remembered, since the
/// same ones stand on very many pages.
/// </summary>
public static class Teasers
{
    internal sealed record Row(
        Guid Id, string Path, string Language, string Headline, string Deck, Format Format, Guid SectionId, LocalText SectionName, string SectionSlug,
        DateTime PublishedAt,
        string? LeadAlternativeText, Guid? LeadId, string? LeadKey, int? LeadWidth, int? LeadHeight, double? LeadX, double? LeadY, LocalText? LeadText, DateTime? LeadEndsAt);

    internal sealed record AuthorRow(Guid ArticleId, Guid Id, LocalText Name, string Slug, BylineRole Role);

    internal sealed record BodyRow(Guid Id, BodyTree Body);

    internal static readonly Question<IReadOnlyList<Guid>, Row> Rows = new("teasers",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new Row(
            a.Id, a.Path!, a.Language, a.Headline, a.Deck, a.Format, a.SectionId!.Value, a.Section!.Name, a.Section.Slug, a.FirstPublishedAt!.Value,
            a.LeadAlternativeText, a.LeadId, a.Lead!.Key, a.Lead.Width, a.Lead.Height, a.Lead.FocalX, a.Lead.FocalY, a.Lead.AlternativeText, a.Lead.RightsEndAt)),
        row => row.IdOrNot(11) is not { } lead
            ? new(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Word<Format>(5), row.Id(6), LocalText.FromJson(row.Text(7)), row.Text(8), row.At(9),
                row.TextOrNot(10), null, null, null, null, null, null, null, null)
            : new(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Word<Format>(5), row.Id(6), LocalText.FromJson(row.Text(7)), row.Text(8), row.At(9),
                row.TextOrNot(10), lead, row.Text(12), row.Number(13), row.Number(14), row.Part(15), row.Part(16), LocalText.FromJson(row.Text(17)), row.AtOrNot(18)));

    // A question of its own: joined to the first one SQLite gathers the bylines of all articles for every list.
    internal static readonly Question<IReadOnlyList<Guid>, AuthorRow> AuthorRows = new("teasers.authors",
        (db, ids) => db.Bylines.Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position).Select(b => new AuthorRow(b.ArticleId, b.AuthorId, b.Author!.Name, b.Author.Slug, b.Role)),
        row => new(row.Id(0), row.Id(1), LocalText.FromJson(row.Text(2)), row.Text(3), row.Word<BylineRole>(4)));

    internal static readonly Question<IReadOnlyList<Guid>, BodyRow> Bodies = new("teasers.bodies",
        (db, ids) => db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new BodyRow(a.Id, a.Body)), row => new(row.Id(0), BodyTree.Parse(row.Text(1))));

    /// <summary>The items of these articles in this order; those that are not public, or of a language that was switched off, are left out.</summary>
    public static ValueTask<IReadOnlyList<Teaser>> TeasersAsync(this ReaderPage page, IReadOnlyList<Guid> ids)
    {
        // Also what is not public now: it may come back.
        page.Rendering.DependOn(ids.Select(EditionNames.Teaser));
        return page.Desk.Remembered.GetAsync("teaser", page.Language, ids, page.Rendering, missing => ReadAsync(missing, page));
    }

    static async Task<IReadOnlyList<(Guid, Teaser, IEnumerable<string>, DateTime?)>> ReadAsync(IReadOnlyList<Guid> ids, ReaderPage page)
    {
        var lines = page.Desk.Lines;
        var rows = (await Rows.ListAsync(lines, ids)).Where(r => page.Publication.Languages.Contains(r.Language)).ToList();
        var authors = (await AuthorRows.ListAsync(lines, ids)).ToLookup(a => a.ArticleId);
        var bare = rows.Where(r => r.Deck.Length == 0).Select(r => r.Id).ToList();
        var bodies = bare.Count == 0 ? [] : (await Bodies.ListAsync(lines, bare)).ToDictionary(b => b.Id, b => b.Body);
        return [.. rows.Select(r => (r.Id, Read(r, [.. authors[r.Id]], bodies.GetValueOrDefault(r.Id), page), Names(r, authors[r.Id]), r.LeadEndsAt > page.Now ? r.LeadEndsAt : null))];
    }

    static IEnumerable<string> Names(Row row, IEnumerable<AuthorRow> authors) =>
    [
        EditionNames.Teaser(row.Id), EditionNames.Section(row.SectionId), .. authors.Select(a => EditionNames.Author(a.Id)),
        .. row.LeadId is { } lead ? [EditionNames.Picture(lead)] : Array.Empty<string>(),
    ];

    static Teaser Read(Row row, IReadOnlyList<AuthorRow> authors, BodyTree? body, ReaderPage page)
    {
        // A list shows headlines: where a picture may be shown no longer, there is none.
        var picture = row.LeadId is { } id && !(row.LeadEndsAt <= page.Now)
            ? new TeaserPicture(new PictureFace(id, row.LeadKey!, row.LeadWidth!.Value, row.LeadHeight!.Value, row.LeadX!.Value, row.LeadY!.Value),
                row.LeadAlternativeText ?? row.LeadText?[page.Language] ?? "")
            : null;
        var signatures = authors.Select(a => new Signature(a.Name[page.Language], page.Prefix + "/authors/" + a.Slug, a.Role, a.Name.Foreign(page.Language))).ToList();
        return new Teaser(row.Id, row.Path, row.Language, row.Headline, body is null ? row.Deck : BodyText.FirstSentences(body, Article.ListedLetters), row.Format, row.SectionName[page.Language],
            row.SectionName.Foreign(page.Language), $"{page.Prefix}/{row.SectionSlug}", row.PublishedAt, signatures, picture);
    }
}
