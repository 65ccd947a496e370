using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles;

/// <summary>A public article that belongs on a list.</summary>
/// <param name="PublishedAt">First, UTC.</param>
public sealed record ListMember(Guid Id, string Language, DateTime PublishedAt);

/// <summary>
/// Which articles a section, place, topic or author has. Asked for without a language and put in order here: asked in order, SQLite walks through every
/// article of the newspaper to gather those of a topic, which takes a hundred times as long.
/// </summary>
public sealed class ListMembers
{
    /// <summary>Past it a list is better read in its order, a page at a time.</summary>
    public const int Most = 5000;

    ListMembers(Question<Guid, int> size, Question<Guid, ListMember> all) => (Size, All) = (size, all);

    public static ListMembers OfSection { get; } = new(
        new("section.size", (db, id) => db.Articles.Where(a => a.SectionId == id).GroupBy(a => a.SectionId).Select(g => g.Count()), row => row.Number(0)),
        new("section.articles", (db, id) => db.Articles.Published().Where(a => a.SectionId == id).Select(a => new ListMember(a.Id, a.Language, a.FirstPublishedAt!.Value)), Read));

    public static ListMembers OfPlace { get; } = Filed("place", "ArticlePlaces", "PlacesId");

    public static ListMembers OfTopic { get; } = Filed("topic", "ArticleTopics", "TopicsId");

    // Who wrote a story and took its pictures signs it twice.
    public static ListMembers OfAuthor { get; } = new(
        new("author.size", (db, id) => db.Bylines.Where(b => b.AuthorId == id).GroupBy(b => b.AuthorId).Select(g => g.Count()), row => row.Number(0)),
        new("author.articles", (db, id) => db.Bylines.Where(b => b.AuthorId == id)
            .Join(db.Articles.Published(), b => b.ArticleId, a => a.Id, (b, a) => new ListMember(a.Id, a.Language, a.FirstPublishedAt!.Value)), Read));

    /// <summary>How many, those that are not public among them.</summary>
    internal Question<Guid, int> Size { get; }

    internal Question<Guid, ListMember> All { get; }

    /// <summary>All of them, oldest first; the id settles equal times. Null where there may be more than so many.</summary>
    /// <param name="lines">To the database.</param>
    /// <param name="id">Of the section, place, topic or author.</param>
    /// <param name="most">Articles.</param>
    /// <param name="stop">Ends it.</param>
    public async ValueTask<IReadOnlyList<ListMember>?> OldestAsync(Lines lines, Guid id, int most = Most, CancellationToken stop = default)
    {
        if (most < int.MaxValue && await Size.FirstAsync(lines, id, stop) > most) return null;
        return [.. (await All.ListAsync(lines, id, stop)).DistinctBy(m => m.Id).OrderBy(m => m.PublishedAt).ThenBy(m => m.Id)];
    }

    /// <param name="what">Begins the names of its questions.</param>
    /// <param name="table">Which articles are filed under which.</param>
    /// <param name="key">Its column of what they are filed under.</param>
    static ListMembers Filed(string what, string table, string key) => new(
        new(what + ".size", (db, id) => db.Set<Dictionary<string, object>>(table).Where(j => EF.Property<Guid>(j, key) == id).GroupBy(j => EF.Property<Guid>(j, key)).Select(g => g.Count()), row => row.Number(0)),
        new(what + ".articles", (db, id) => db.Set<Dictionary<string, object>>(table).Where(j => EF.Property<Guid>(j, key) == id)
            .Join(db.Articles.Published(), j => EF.Property<Guid>(j, "ArticleId"), a => a.Id, (j, a) => new ListMember(a.Id, a.Language, a.FirstPublishedAt!.Value)), Read));

    static ListMember Read(AnswerRow row) => new(row.Id(0), row.Text(1), row.At(2));
}
