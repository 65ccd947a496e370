using Chapar.Articles;
using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Suggestions;

/// <summary>
/// Computes what stands under "Suggested articles" when something is published, updated or withdrawn: for that article, and for
/// those beside which it now belongs. Nothing is computed when a page is asked for.
/// </summary>
public sealed class SuggestReading : IReact
{
    /// <summary>How many of its nearest are looked at again for each new article: all that it could enter, in a small batch.</summary>
    const int Neighbours = 40;

    /// <summary>In a large batch (an import) most neighbours are themselves in some batch.</summary>
    const int NeighboursInLargeBatch = 4;

    const int LargeBatch = 50;

    /// <summary>Articles whose words are in memory at once.</summary>
    const int ReadAtOnce = 100;

    readonly SuggestionIndex index = new();

    public string Name => "suggestions";

    public bool To(string eventName) => eventName is NewsEvents.ArticlePublished or NewsEvents.ArticleUpdated or NewsEvents.ArticleWithdrawn;

    public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        await LoadAsync(db, stop);
        var ids = events.Select(e => e.SubjectId!.Value).Distinct().ToList();
        var read = new Dictionary<Guid, IReadOnlyList<Term>>();
        foreach (var some in ids.Chunk(ReadAtOnce))
        {
            await ReadAsync(db, some, read, stop);
            db.ChangeTracker.Clear();
        }

        var neighbours = ids.Count > LargeBatch ? NeighboursInLargeBatch : Neighbours;
        var offered = new Dictionary<Guid, IReadOnlyList<(Guid Id, double Score)>>();
        var affected = new HashSet<Guid>(ids.Where(index.Contains));
        foreach (var (id, terms) in read)
        {
            var similar = index.Similar(id, terms);
            offered[id] = index.Choose(similar);
            affected.UnionWith(similar.Take(neighbours).Select(s => s.Id));
        }
        affected.UnionWith(await db.Suggestions.Where(s => ids.Contains(s.SuggestedId)).Select(s => s.ArticleId).Distinct().ToListAsync(stop));
        affected.UnionWith(ids);
        foreach (var some in affected.Chunk(LargeBatch * 10))
        {
            var near = await TermsAsync(db, [.. some.Where(id => !offered.ContainsKey(id))], stop);
            await WriteAsync(db, some, id => offered.TryGetValue(id, out var known) ? known : near.TryGetValue(id, out var terms) ? index.Choose(index.Similar(id, terms)) : [], stop);
        }
    }

    /// <summary>What these articles are about; the index does not keep it.</summary>
    static async Task<Dictionary<Guid, Term[]>> TermsAsync(NewsDb db, Guid[] ids, CancellationToken stop) =>
        await db.Fingerprints.AsNoTracking().Where(f => ids.Contains(f.ArticleId)).ToDictionaryAsync(f => f.ArticleId, f => Fingerprints.Unpack(f.Terms), stop);

    /// <summary>Loads the index at first use, and again when another process has published meanwhile.</summary>
    async Task LoadAsync(NewsDb db, CancellationToken stop)
    {
        var known = from f in db.Fingerprints
                    join a in db.Articles.Published() on f.ArticleId equals a.Id
                    select new { f.ArticleId, a.TranslationGroup, a.Language, a.FirstPublishedAt, f.Terms, Author = a.Bylines.OrderBy(b => b.Position).Select(b => b.AuthorId).First() };
        if (index.Count > 0 && index.Count == await known.CountAsync(stop)) return;
        index.Clear();
        await foreach (var row in known.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            index.Put(new Indexed(row.ArticleId, row.TranslationGroup, row.Language, row.Author, row.FirstPublishedAt!.Value), Fingerprints.Unpack(row.Terms));
    }

    /// <summary>Makes the fingerprints of these articles anew, and adds them to those read; those no longer public leave the index.</summary>
    async Task ReadAsync(NewsDb db, Guid[] ids, Dictionary<Guid, IReadOnlyList<Term>> read, CancellationToken stop)
    {
        var articles = await db.Articles.AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(a => a.Bylines).Include(a => a.Places).Include(a => a.Topics)
            .Published().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        var stored = await db.Fingerprints.Where(f => ids.Contains(f.ArticleId)).ToDictionaryAsync(f => f.ArticleId, stop);
        foreach (var id in ids.Where(id => articles.All(a => a.Id != id)))
        {
            if (!stored.TryGetValue(id, out var gone)) continue;
            index.Remove(id, Fingerprints.Unpack(gone.Terms));
            db.Remove(gone);
        }
        foreach (var (article, terms) in articles.AsParallel().AsOrdered().Select(article => (article, Fingerprints.Of(article))))
        {
            if (!stored.TryGetValue(article.Id, out var fingerprint)) db.Add(fingerprint = new Fingerprint(article.Id));
            index.Remove(article.Id, Fingerprints.Unpack(fingerprint.Terms));
            fingerprint.Set(Fingerprints.Pack(terms));
            read[article.Id] = terms;
            index.Put(new Indexed(article.Id, article.TranslationGroup, article.Language, article.Bylines.OrderBy(b => b.Position).First().AuthorId,
                article.FirstPublishedAt!.Value), terms);
        }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Writes the suggestions of these articles where they are others than before: only those pages become untrue.</summary>
    static async Task WriteAsync(NewsDb db, Guid[] ids, Func<Guid, IReadOnlyList<(Guid Id, double Score)>> suggest, CancellationToken stop)
    {
        var before = (await db.Suggestions.AsNoTracking().Where(s => ids.Contains(s.ArticleId)).ToListAsync(stop)).ToLookup(s => s.ArticleId);
        List<Suggestion> rows = [];
        List<Guid> changed = [];
        foreach (var id in ids)
        {
            var offered = suggest(id);
            if (before[id].OrderBy(s => s.Position).Select(s => s.SuggestedId).SequenceEqual(offered.Select(o => o.Id))) continue;
            changed.Add(id);
            rows.AddRange(offered.Select((o, i) => new Suggestion(id, i, o.Id, o.Score)));
            db.Raise(EditionNames.Suggestions(id));
        }
        if (changed.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Suggestions.Where(s => changed.Contains(s.ArticleId)).ExecuteDeleteAsync(stop);
        await InsertAsync(db, transaction, rows, stop);
        await db.SaveChangesAsync(stop);
        await db.CommitAsync(transaction);
    }

    /// <summary>By one prepared command: an import writes tens of thousands of these rows, and tracking each took half its time.</summary>
    static async Task InsertAsync(NewsDb db, IDbContextTransaction transaction, List<Suggestion> rows, CancellationToken stop)
    {
        var sqlite = db.Database.IsSqlite();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = """INSERT INTO "Suggestions" ("ArticleId", "Position", "SuggestedId", "Score") VALUES (@article, @position, @suggested, @score)""";
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            Add("@article", Key(row.ArticleId));
            Add("@position", row.Position);
            Add("@suggested", Key(row.SuggestedId));
            Add("@score", row.Score);
            await command.ExecuteNonQueryAsync(stop);
        }

        object Key(Guid id) => sqlite ? id.ToByteArray(bigEndian: true) : id;

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
