using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Search;
using Chapar.Text;

namespace Chapar.Reader.Finding;

/// <summary>A section or an author of an article that was found.</summary>
public sealed record FoundName(LocalText Name, string Slug);

/// <summary>An article that was found, with the hits in its own spelling.</summary>
/// <param name="Deck">None when it has none.</param>
/// <param name="Passage">Where the hits stand in the text. None where the headline and the deck say it all; the beginning of the text of an article without a deck.</param>
public sealed record FoundArticle(string Path, string Language, IReadOnlyList<TextPiece> Headline, IReadOnlyList<TextPiece> Deck, IReadOnlyList<TextPiece> Passage,
    Format Format, FoundName Section, DateTime PublishedAt, IReadOnlyList<FoundName> Authors)
{
    internal sealed record Row(Guid Id, string Path, string Language, string Headline, string Deck, BodyTree Body, Format Format, LocalText SectionName, string SectionSlug, DateTime PublishedAt);

    internal static readonly Question<IReadOnlyList<Guid>, Row> These = new("search.found",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id))
            .Select(a => new Row(a.Id, a.Path!, a.Language, a.Headline, a.Deck, a.Body, a.Format, a.Section!.Name, a.Section.Slug, a.FirstPublishedAt!.Value)),
        row => new(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), BodyTree.Parse(row.Text(5)), row.Word<Format>(6), LocalText.FromJson(row.Text(7)), row.Text(8), row.At(9)));

    /// <summary>The articles of one page of what was found, in its order.</summary>
    public static async Task<IReadOnlyList<FoundArticle>> ReadAsync(Asking asking, Found found, CancellationToken stop)
    {
        var ids = found.Ids;
        if (ids.Count == 0) return [];
        var rows = (await asking.ListAsync(These, ids, stop)).ToDictionary(r => r.Id);
        var authors = (await asking.ListAsync(Teasers.AuthorRows, ids, stop)).ToLookup(b => b.ArticleId, b => new FoundName(b.Name, b.Slug));
        return [.. ids.Where(rows.ContainsKey).Select(id => Of(rows[id], [.. authors[id].DistinctBy(a => a.Slug)], found.Understood))];
    }

    static FoundArticle Of(Row row, IReadOnlyList<FoundName> authors, Understood understood)
    {
        var passage = row.Deck.Length > 0 && understood.IsEmpty ? [] : understood.Passage(BodyText.Of(row.Body), row.Language, above: [row.Headline, row.Deck]);
        if (row.Deck.Length > 0 && !passage.Any(p => p.IsHit)) passage = [];
        return new(row.Path, row.Language, understood.Mark(row.Headline, row.Language), understood.Mark(row.Deck, row.Language), passage,
            row.Format, new(row.SectionName, row.SectionSlug), row.PublishedAt, authors);
    }
}
