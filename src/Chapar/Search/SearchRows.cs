using System.Data.Common;
using System.Text;
using Chapar.Database;
using Chapar.Text.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Search;

/// <summary>Writes and reads the rows of the index.</summary>
static class SearchRows
{
    /// <summary>The highest place that PostgreSQL keeps of a word; words after it have this one.</summary>
    const int LastPlace = 16383;

    /// <summary>All rows that fulfil a condition.</summary>
    public static ValueTask<List<long>> WithAsync(NewsDb db, Condition condition, CancellationToken stop) => SearchQuery.RowsAsync(db, condition, (0, long.MaxValue), int.MaxValue, stop);

    /// <summary>Writes these articles anew; those no longer public leave the index.</summary>
    public static async Task WriteAsync(NewsDb db, Guid[] ids, ArticleTerms terms, CancellationToken stop) =>
        await WriteAsync(db, ids, Make(await new ArticleTexts(db).ReadAsync(ids, stop), terms), terms, stop);

    /// <summary>The terms of articles, by as many threads as there are.</summary>
    public static List<(ArticleText Article, TermsOfArticle Terms)> Make(List<ArticleText> articles, ArticleTerms terms) =>
        [.. articles.AsParallel().AsOrdered().Select(article => (Article: article, Terms: terms.Of(article)))];

    /// <summary>Writes terms that were made; those of <paramref name="ids"/> without any leave the index.</summary>
    public static async Task WriteAsync(NewsDb db, Guid[] ids, List<(ArticleText Article, TermsOfArticle Terms)> texts, ArticleTerms terms, CancellationToken stop)
    {
        // From here on another process that indexes waits: it would give the same second to another article.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.TakeTurnAsync(WriterLock.Search, stop);
        var rowOf = await db.SearchEntries.Where(e => ids.Contains(e.ArticleId)).ToDictionaryAsync(e => e.ArticleId, e => e.Id, stop);
        List<long> gone = [.. rowOf.Keys.Except(texts.Select(t => t.Article.Id)).Select(id => rowOf[id])];
        if (gone.Count > 0) await db.SearchEntries.Where(e => gone.Contains(e.Id)).ExecuteDeleteAsync(stop);
        foreach (var (article, row) in await PlacesAsync(db, [.. texts.Select(t => t.Article).Where(a => !rowOf.ContainsKey(a.Id))], stop)) rowOf.Add(article, row);
        await WriteAsync(db, transaction, [.. texts.Select(t => (rowOf[t.Article.Id], t.Article.Id, t.Terms))], gone, terms, stop);
        await db.CommitAsync(transaction);
    }

    /// <summary>A free number for each article, of the second of its publication or of one soon after.</summary>
    static async Task<Dictionary<Guid, long>> PlacesAsync(NewsDb db, IReadOnlyList<ArticleText> articles, CancellationToken stop)
    {
        Dictionary<Guid, long> places = [];
        HashSet<long> given = [];
        var open = articles.OrderBy(a => a.PublishedAt).ThenBy(a => a.Id).Select(a => (a.Id, Place: SearchEntry.NumberOf(a.PublishedAt))).ToList();
        while (open.Count > 0)
        {
            for (int i = 0; i < open.Count; i++)
            {
                var place = open[i].Place;
                while (!given.Add(place)) place--;
                open[i] = (open[i].Id, place);
            }
            var asked = open.Select(o => o.Place).ToList();
            var taken = (await db.SearchEntries.Where(e => asked.Contains(e.Id)).Select(e => e.Id).ToListAsync(stop)).ToHashSet();
            foreach (var (id, place) in open.Where(o => !taken.Contains(o.Place))) places.Add(id, place);
            open = [.. open.Where(o => taken.Contains(o.Place)).Select(o => (o.Id, o.Place - 1))];
        }
        return places;
    }

    /// <summary>Writes the entries, what they are found by and the names in them. Past EF: tracking an entity for each row took a part of the time in which an index is made.</summary>
    static async Task WriteAsync(NewsDb db, IDbContextTransaction transaction, IReadOnlyList<(long Row, Guid Article, TermsOfArticle Terms)> rows, IReadOnlyList<long> gone, ArticleTerms memory, CancellationToken stop)
    {
        var isSqlite = db.Database.IsSqlite();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        if (isSqlite)
        {
            command.CommandText = """DELETE FROM "SearchKeys" WHERE rowid = @id""";
            foreach (var row in gone) await command.RunAsync(stop, ("@id", row));
            command.CommandText = """INSERT INTO "SearchEntries" ("Id", "ArticleId", "Filed") VALUES (@id, @article, @filed) ON CONFLICT ("Id") DO UPDATE SET "Filed" = excluded."Filed" """;
            foreach (var (row, article, terms) in rows) await command.RunAsync(stop, ("@id", row), ("@article", Question.Stored(article, isSqlite)), ("@filed", terms.Filed));
            command.CommandText = """INSERT OR REPLACE INTO "SearchKeys" (rowid, written, words, names, filed) VALUES (@id, @0, @1, @2, @3)""";
            // FTS5 writes out all it has gathered whenever a number is lower than the one before.
            foreach (var (row, _, terms) in rows.OrderBy(r => r.Row)) await command.RunAsync(stop, ("@id", row), ("@0", terms.Written), ("@1", terms.Words), ("@2", terms.Names), ("@3", terms.Filed));
        }
        else
        {
            command.CommandText = """
                INSERT INTO "SearchEntries" ("Id", "ArticleId", "Filed", "Vector") VALUES (@id, @article, @filed, @vector::tsvector)
                ON CONFLICT ("Id") DO UPDATE SET "Filed" = excluded."Filed", "Vector" = excluded."Vector"
                """;
            foreach (var (row, article, terms) in rows) await command.RunAsync(stop, ("@id", row), ("@article", article), ("@filed", terms.Filed), ("@vector", Vector(terms)));
        }
        await WriteNamesAsync(command, isSqlite, [.. rows.SelectMany(r => r.Terms.Seen).Where(s => memory.IsNew(s.Key))], stop);
    }

    static async Task WriteNamesAsync(DbCommand command, bool isSqlite, IReadOnlyList<KeyValuePair<NameKey, string>> seen, CancellationToken stop)
    {
        if (seen.Count == 0) return;
        command.CommandText = isSqlite
            ? "INSERT OR IGNORE INTO \"SearchNames\" (\"Strict\", \"Skeleton\", \"Written\") SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(@0)"
            : "INSERT INTO \"SearchNames\" (\"Strict\", \"Skeleton\", \"Written\") SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_array_elements(@0::json) ON CONFLICT DO NOTHING";
        var json = System.Text.Json.JsonSerializer.Serialize(seen.OrderBy(s => s.Key.Strict, StringComparer.Ordinal).Select(s => new[] { s.Key.Strict, s.Key.Skeleton, s.Value }), Text.PlainJson.Options);
        await command.RunAsync(stop, ("@0", json));
    }

    /// <summary>The terms as PostgreSQL keeps them: written words with their places, the others without.</summary>
    static string Vector(TermsOfArticle terms)
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var word in terms.Written.Split(' ', StringSplitOptions.RemoveEmptyEntries)) vector.Append('\'').Append(word).Append("':").Append(Math.Min(LastPlace, ++place)).Append(' ');
        foreach (var column in (string[])[terms.Words, terms.Names, terms.Filed])
            foreach (var term in column.Split(' ', StringSplitOptions.RemoveEmptyEntries)) vector.Append('\'').Append(term).Append("' ");
        return vector.ToString();
    }
}
