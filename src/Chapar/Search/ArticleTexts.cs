using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>What the terms of a public article are made of.</summary>
/// <param name="PublishedAt">First published, UTC.</param>
/// <param name="Names">Of its section, places, topics and authors, each in all its languages.</param>
sealed record ArticleText(Guid Id, string Language, Format Format, string Headline, string Deck, BodyTree Body, DateTime PublishedAt, Guid Section, IReadOnlyList<Guid> Places, IReadOnlyList<Guid> Topics, IReadOnlyList<Guid> Authors, IReadOnlyList<LocalText> Names);

/// <summary>Reads the texts of articles; what these are filed under, and who signed them, is read once for all of them.</summary>
sealed class ArticleTexts(NewsDb db)
{
    readonly Dictionary<Guid, LocalText> names = [];

    /// <summary>Those of these articles that are public.</summary>
    public async Task<List<ArticleText>> ReadAsync(Guid[] ids, CancellationToken stop)
    {
        var rows = await db.Articles.AsNoTracking().AsSplitQuery().Published().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            a.Language,
            a.Format,
            a.Headline,
            a.Deck,
            a.Body,
            a.FirstPublishedAt,
            a.SectionId,
            Places = a.Places.Select(p => p.Id).ToList(),
            Topics = a.Topics.Select(t => t.Id).ToList(),
            Authors = a.Bylines.Select(b => b.AuthorId).ToList(),
        }).ToListAsync(stop);
        await NameAsync(rows.Select(r => r.SectionId!.Value), some => db.Sections.Where(s => some.Contains(s.Id)).Select(s => new Named(s.Id, s.Name)), stop);
        await NameAsync(rows.SelectMany(r => r.Places), some => db.Places.Where(p => some.Contains(p.Id)).Select(p => new Named(p.Id, p.Name)), stop);
        await NameAsync(rows.SelectMany(r => r.Topics), some => db.Topics.Where(t => some.Contains(t.Id)).Select(t => new Named(t.Id, t.Name)), stop);
        await NameAsync(rows.SelectMany(r => r.Authors), some => db.Authors.Where(a => some.Contains(a.Id)).Select(a => new Named(a.Id, a.Name)), stop);
        // What was merged into another a moment ago has no name; an event about it follows.
        return rows.ConvertAll(r => new ArticleText(r.Id, r.Language, r.Format, r.Headline, r.Deck, r.Body, r.FirstPublishedAt!.Value, r.SectionId!.Value, r.Places, r.Topics, [.. r.Authors.Distinct()],
            [.. r.Authors.Append(r.SectionId!.Value).Concat(r.Places).Concat(r.Topics).Select(id => names.GetValueOrDefault(id)).OfType<LocalText>()]));
    }

    sealed record Named(Guid Id, LocalText Name);

    async Task NameAsync(IEnumerable<Guid> ids, Func<List<Guid>, IQueryable<Named>> ask, CancellationToken stop)
    {
        var unknown = ids.Where(id => !names.ContainsKey(id)).Distinct().ToList();
        if (unknown.Count == 0) return;
        foreach (var (id, name) in await ask(unknown).ToListAsync(stop)) names[id] = name;
    }
}
