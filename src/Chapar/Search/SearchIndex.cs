using System.Data.Common;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Events;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Search;

/// <summary>Keeps the full-text index in step with what is public.</summary>
public sealed class SearchIndex : IReact
{
    public string Name => "search";

    public bool To(string eventName) => eventName is NewsEvents.ArticlePublished or NewsEvents.ArticleUpdated or NewsEvents.ArticleCorrected or NewsEvents.ArticleWithdrawn
        || IsAboutName(eventName);

    /// <summary>An article is found by the names of what it is filed under and of who signed it.</summary>
    static bool IsAboutName(string eventName) => eventName is NewsEvents.FilingRenamed or NewsEvents.FilingMerged or NewsEvents.AuthorRenamed;

    /// <summary>Articles read at once: an import gives many hundreds, whose words together would be most of its memory.</summary>
    const int AtOnce = 100;

    public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        List<Guid> all = [.. events.Where(e => !IsAboutName(e.Name)).Select(e => e.SubjectId!.Value)];
        foreach (var named in events.Where(e => IsAboutName(e.Name)).Select(e => e.SubjectId!.Value).Distinct())
            all.AddRange(await UnderAsync(db, named, stop));
        foreach (var ids in all.Distinct().Chunk(AtOnce))
        {
            await IndexAsync(db, ids, stop);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Articles that bear the name of this section, place, topic or author.</summary>
    static async Task<IEnumerable<Guid>> UnderAsync(NewsDb db, Guid named, CancellationToken stop)
    {
        var published = db.Articles.Published();
        // Each by its own index: an "or" of the four would walk through all articles.
        return
        [
            .. await published.Where(a => a.SectionId == named).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Places.Any(p => p.Id == named)).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Topics.Any(t => t.Id == named)).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Bylines.Any(b => b.AuthorId == named)).Select(a => a.Id).ToListAsync(stop),
        ];
    }

    static async Task IndexAsync(NewsDb db, Guid[] ids, CancellationToken stop)
    {
        var articles = await db.Articles.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(a => a.Bylines).ThenInclude(b => b.Author).Include(a => a.Section).Include(a => a.Places).Include(a => a.Topics)
            .Published().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        var entries = await db.SearchEntries.Where(e => ids.Contains(e.ArticleId)).ToDictionaryAsync(e => e.ArticleId, stop);
        var gone = entries.Values.Where(e => articles.All(a => a.Id != e.ArticleId)).ToList();
        foreach (var article in articles.Where(a => !entries.ContainsKey(a.Id)))
            db.Add(entries[article.Id] = new SearchEntry(article.Id, article.Language));
        db.RemoveRange(gone);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SaveChangesAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        if (db.Database.IsSqlite())
        {
            command.CommandText = "DELETE FROM \"SearchText\" WHERE rowid = @id";
            foreach (var entry in gone) await RunAsync(command, entry.Id, [], stop);
            command.CommandText = "INSERT OR REPLACE INTO \"SearchText\" (rowid, headline, names, deck, body) VALUES (@id, @0, @1, @2, @3)";
        }
        else
        {
            command.CommandText = """
                UPDATE "SearchEntries" SET "Vector" = setweight(to_tsvector('simple', @0), 'A') || setweight(to_tsvector('simple', @1), 'B')
                    || setweight(to_tsvector('simple', @2), 'C') || setweight(to_tsvector('simple', @3), 'D') WHERE "Id" = @id
                """;
        }
        foreach (var article in articles) await RunAsync(command, entries[article.Id].Id, Texts(article), stop);
        await db.CommitAsync(transaction);
    }

    /// <summary>Headline, names, deck and body, folded.</summary>
    static string[] Texts(Article article)
    {
        var names = article.Bylines.Select(b => b.Author!.Name[article.Language]).Append(article.Section!.Name[article.Language])
            .Concat(article.Places.Select(p => p.Name[article.Language])).Concat(article.Topics.Select(t => t.Name[article.Language]));
        return [Folding.Fold(article.Headline), Folding.Fold(string.Join(" . ", names)), Folding.Fold(article.Deck), Folding.Fold(BodyText.Of(article.Body))];
    }

    static async Task RunAsync(DbCommand command, long id, string[] texts, CancellationToken stop)
    {
        command.Parameters.Clear();
        Add("@id", id);
        for (int i = 0; i < texts.Length; i++) Add($"@{i}", texts[i]);
        await command.ExecuteNonQueryAsync(stop);

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
