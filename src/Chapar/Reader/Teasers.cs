using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Pages;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>An author's name with the way to their page.</summary>
public sealed record Signature(string Name, string Path, BylineRole Role);

/// <summary>A picture beside a headline.</summary>
public sealed record TeaserPicture(PictureFace Face, string AlternativeText);

/// <summary>An article as an item of a list.</summary>
public sealed record Teaser(
    Guid Id, string Path, string Headline, string Deck, Format Format, string SectionName, string SectionPath,
    DateTime PublishedAt, DateTime UpdatedAt, IReadOnlyList<Signature> Authors, TeaserPicture? Picture);

/// <summary>Reads items of lists, and tells the page what it thereby depends on: the one place for both.</summary>
public static class Teasers
{
    sealed record Row(
        Guid Id, string Path, string Headline, string Deck, Format Format, Guid SectionId, LocalText SectionName, string SectionSlug,
        DateTime PublishedAt, DateTime UpdatedAt,
        string? LeadAlternativeText, Guid? LeadId, string? LeadKey, int? LeadWidth, int? LeadHeight, double? LeadX, double? LeadY, LocalText? LeadText)
    {
        public IReadOnlyList<AuthorRow> Authors { get; init; } = [];
    }

    sealed record AuthorRow(Guid ArticleId, Guid Id, LocalText Name, string Slug, BylineRole Role);

    /// <summary>Most characters of a deck that is made of the first sentences.</summary>
    public const int DeckLength = 240;

    /// <param name="articles">In the order of the list.</param>
    /// <param name="page">The page they stand on.</param>
    /// <param name="decks">Whether a story without a deck shows its first sentences (D10); costs a look into its body.</param>
    public static async Task<IReadOnlyList<Teaser>> AsTeasersAsync(this IQueryable<Article> articles, ReaderPage page, bool decks = false)
    {
        var rows = await articles.AsNoTracking().Select(a => new Row(
            a.Id, a.Path!, a.Headline, a.Deck, a.Format, a.SectionId!.Value, a.Section!.Name, a.Section.Slug,
            a.FirstPublishedAt!.Value, a.UpdatedAt!.Value,
            a.LeadAlternativeText, a.LeadId, a.Lead!.Key, a.Lead.Width, a.Lead.Height, a.Lead.FocalX, a.Lead.FocalY, a.Lead.AlternativeText)).ToListAsync();
        rows = await SignedAsync(rows, page);
        foreach (var row in rows) Depend(page.Rendering, row);
        var bare = decks ? rows.Where(r => r.Deck.Length == 0).Select(r => r.Id).ToList() : [];
        if (bare.Count == 0) return [.. rows.Select(r => Read(r, page))];
        var bodies = await page.Db.Articles.AsNoTracking().Where(a => bare.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Body);
        return [.. rows.Select(r => Read(bodies.TryGetValue(r.Id, out var body) ? r with { Deck = BodyText.FirstSentences(body, DeckLength) } : r, page))];
    }

    /// <summary>The rows with their authors: a query of its own, since joined to the first SQLite gathers the bylines of all articles for every list.</summary>
    static async Task<List<Row>> SignedAsync(List<Row> rows, ReaderPage page)
    {
        if (rows.Count == 0) return rows;
        var ids = rows.Select(r => r.Id).ToList();
        var authors = (await page.Db.Bylines.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position)
            .Select(b => new AuthorRow(b.ArticleId, b.AuthorId, b.Author!.Name, b.Author.Slug, b.Role)).ToListAsync()).ToLookup(a => a.ArticleId);
        return [.. rows.Select(r => r with { Authors = [.. authors[r.Id]] })];
    }

    static void Depend(Rendering rendering, Row row)
    {
        rendering.DependOn(EditionNames.Article(row.Id));
        rendering.DependOn(EditionNames.Section(row.SectionId));
        rendering.DependOn(row.Authors.Select(a => EditionNames.Author(a.Id)));
        if (row.LeadId is { } lead) rendering.DependOn(EditionNames.Picture(lead));
    }

    static Teaser Read(Row row, ReaderPage page)
    {
        var picture = row.LeadId is { } id
            ? new TeaserPicture(new PictureFace(id, row.LeadKey!, row.LeadWidth!.Value, row.LeadHeight!.Value, row.LeadX!.Value, row.LeadY!.Value),
                row.LeadAlternativeText ?? row.LeadText?[page.Language] ?? "")
            : null;
        var authors = row.Authors.Select(a => new Signature(a.Name[page.Language], page.Prefix + "/authors/" + a.Slug, a.Role)).ToList();
        return new Teaser(row.Id, row.Path, row.Headline, row.Deck, row.Format, row.SectionName[page.Language], $"{page.Prefix}/{row.SectionSlug}",
            row.PublishedAt, row.UpdatedAt, authors, picture);
    }
}
