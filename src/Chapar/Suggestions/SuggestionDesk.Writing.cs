using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Suggestions;

/// <summary>What is written down: fingerprints, and what stands beside each article.</summary>
public sealed partial class SuggestionDesk
{
    /// <summary>Writes the fingerprints of these articles; those that are not public any more have one without terms.</summary>
    async Task WriteAsync(NewsDb db, Guid[] ids, IReadOnlyList<(Article Article, Term[] Terms)> made, bool isDue, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // One after the other, or who has seen the later number would never ask for the earlier.
        await db.TakeTurnAsync(WriterLock.Fingerprints, stop);
        var stored = await db.Fingerprints.Where(f => ids.Contains(f.ArticleId)).ToDictionaryAsync(f => f.ArticleId, stop);
        var sequence = (await db.Fingerprints.MaxAsync(f => (long?)f.Sequence, stop) ?? 0) + 1;
        var known = made.ToDictionary(m => m.Article.Id);
        foreach (var id in ids)
        {
            if (!stored.TryGetValue(id, out var fingerprint))
            {
                if (!known.ContainsKey(id)) continue;
                db.Add(fingerprint = new Fingerprint(id));
            }
            if (known.TryGetValue(id, out var now)) fingerprint.Set(Indexed.Of(now.Article), now.Terms, sequence, isDue);
            else fingerprint.Set(null, [], sequence, isDue);
        }
        await db.SaveChangesAsync(stop);
        await db.CommitAsync(transaction);
        db.ChangeTracker.Clear();
        // What this process wrote it knows, unless another has written in between.
        if (sequence == seen + 1 || seen < 0 && sequence == 1) seen = sequence;
    }

    /// <summary>Finds and writes what stands beside these articles.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ids">At most some hundreds.</param>
    /// <param name="similar">What was found already.</param>
    /// <param name="stop">Ends it.</param>
    async Task OfferAsync(NewsDb db, Guid[] ids, IReadOnlyDictionary<Guid, IReadOnlyList<Similar>> similar, CancellationToken stop)
    {
        // The index does not keep what an article is about.
        var missing = ids.Where(id => !similar.ContainsKey(id) && index.Contains(id)).ToList();
        var terms = await db.Fingerprints.AsNoTracking().Where(f => missing.Contains(f.ArticleId) && f.Version == Fingerprints.Version)
            .ToDictionaryAsync(f => f.ArticleId, f => Fingerprints.Unpack(f.Terms), stop);
        var read = await db.ReadBesideAsync(ids, stop);
        var choices = (await db.SuggestionChoices.AsNoTracking().Where(c => ids.Contains(c.ArticleId)).ToListAsync(stop)).ToLookup(c => c.ArticleId);
        var found = ids.ToDictionary(id => id, id => index.Choose(id,
            similar.TryGetValue(id, out var known) ? known : terms.TryGetValue(id, out var about) ? index.FindSimilar(id, about) : [], read[id].ToDictionary()));
        var groups = await db.GroupsAsync([.. choices.SelectMany(chosen => chosen.Select(c => c.SuggestedId).Concat(found[chosen.Key].Select(f => f.Id)))], stop);

        var before = (await db.Suggestions.AsNoTracking().Where(s => ids.Contains(s.ArticleId)).ToListAsync(stop)).ToLookup(s => s.ArticleId);
        List<Suggestion> rows = [];
        List<Guid> changed = [];
        foreach (var id in ids)
        {
            var offered = SuggestionChoice.Apply(choices[id], found[id], groups);
            // Only pages on which others stand than before become untrue.
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
        foreach (var row in rows) await command.RunAsync(stop, ("@article", Key(row.ArticleId)), ("@position", row.Position), ("@suggested", Key(row.SuggestedId)), ("@score", row.Score));

        object Key(Guid id) => sqlite ? id.ToByteArray(bigEndian: true) : id;
    }
}
