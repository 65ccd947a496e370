using System.Collections.Concurrent;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Text.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Suggestions;

/// <summary>
/// Finds what stands beside each article and writes it down: at once for what is published (<see cref="SuggestReading"/>), at leisure for
/// what is out of date (<see cref="SuggestionUpkeep"/>). <c>SuggestionDesk.Writing.cs</c> writes.
/// </summary>
public sealed partial class SuggestionDesk : IDisposable
{
    /// <summary>How many of its nearest are looked at again for each new article: all that it could enter, in a small batch.</summary>
    const int Neighbours = 40;

    /// <summary>In a large batch (an import) most neighbours are themselves in some batch.</summary>
    const int NeighboursInLargeBatch = 4;

    const int LargeBatch = 50;

    /// <summary>Articles whose words are in memory at once.</summary>
    const int ReadAtOnce = 100;

    /// <summary>Fingerprints that are taken in together, and how many times as many are read before: some 2 MB.</summary>
    const int TakenInAtOnce = 500, MostWaiting = 8;

    /// <summary>Done at leisure in one go: little enough that what is published meanwhile does not wait for it.</summary>
    const int Portion = 50;

    readonly SuggestionIndex index = new();

    // The index is searched and changed by one at a time.
    readonly SemaphoreSlim one = new(1, 1);
    long seen = -1;

    public void Dispose() => one.Dispose();

    /// <summary>Computes what stands beside these articles, and beside those to which they now belong or belonged.</summary>
    /// <param name="db">The database; what it tracks is forgotten.</param>
    /// <param name="changed">What they say or whether they are public may be another than before.</param>
    /// <param name="chosen">An editor has said something of what stands beside them.</param>
    /// <param name="stop">Ends it.</param>
    public Task SuggestAsync(NewsDb db, IReadOnlyCollection<Guid> changed, IReadOnlyCollection<Guid> chosen, CancellationToken stop) => AloneAsync(async () =>
    {
        await CatchUpAsync(db, stop);
        var read = new Dictionary<Guid, Term[]>();
        await foreach (var some in Breath.BetweenAsync(db, changed.Chunk(ReadAtOnce).ToAsyncEnumerable(), stop)) await ReadAsync(db, some, read, isDue: false, stop);

        var neighbours = changed.Count > LargeBatch ? NeighboursInLargeBatch : Neighbours;
        var similar = new Dictionary<Guid, IReadOnlyList<Similar>>();
        var affected = new HashSet<Guid>([.. changed, .. chosen]);
        foreach (var (id, terms) in read)
        {
            similar[id] = index.FindSimilar(id, terms);
            affected.UnionWith(similar[id].Take(neighbours).Select(s => s.Id));
        }
        affected.UnionWith(await db.Suggestions.Where(s => changed.Contains(s.SuggestedId)).Select(s => s.ArticleId).Distinct().ToListAsync(stop));
        // One that waits for its new fingerprint keeps what it has until then.
        affected.RemoveWhere(id => !index.Contains(id) && !changed.Contains(id));
        await foreach (var some in Breath.BetweenAsync(db, affected.Chunk(LargeBatch * 10).ToAsyncEnumerable(), stop)) await OfferAsync(db, some, similar, stop);
        return true;
    }, stop);

    /// <summary>Knows all that is public, so that the first publication does not wait for that.</summary>
    public Task LoadAsync(NewsDb db, CancellationToken stop) => AloneAsync(async () =>
    {
        await CatchUpAsync(db, stop);
        return true;
    }, stop);

    /// <summary>Makes some fingerprints anew that are of an older version, the newest articles first.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public Task<bool> RenewAsync(NewsDb db, CancellationToken stop) => AloneAsync(async () =>
    {
        var old = await db.Fingerprints.Where(f => f.Version < Fingerprints.Version).OrderByDescending(f => f.Version).ThenByDescending(f => f.ArticleId).Select(f => f.ArticleId).Take(Portion).ToArrayAsync(stop);
        if (old.Length == 0) return false;
        await CatchUpAsync(db, stop);
        await ReadAsync(db, old, [], isDue: true, stop);
        return true;
    }, stop);

    /// <summary>Computes again what stands beside some articles of which that is due.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public Task<bool> SuggestDueAsync(NewsDb db, CancellationToken stop) => AloneAsync(async () =>
    {
        var due = await db.Fingerprints.Where(f => f.IsDue).OrderByDescending(f => f.ArticleId).Select(f => f.ArticleId).Take(Portion).ToArrayAsync(stop);
        if (due.Length == 0) return false;
        await CatchUpAsync(db, stop);
        await OfferAsync(db, due, new Dictionary<Guid, IReadOnlyList<Similar>>(), stop);
        await db.Fingerprints.Where(f => due.Contains(f.ArticleId)).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsDue, false), stop);
        return true;
    }, stop);

    async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            return await work();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Takes in what this process has not seen: all at first, later what others have published.</summary>
    async Task CatchUpAsync(NewsDb db, CancellationToken stop)
    {
        var until = await db.Fingerprints.MaxAsync(f => (long?)f.Sequence, stop) ?? -1;
        if (until <= seen) return;
        // Of what was withdrawn just now, without its event having been seen to, a fingerprint is here still: it leaves with the event.
        var room = new Term[Fingerprints.Most];
        // Read on one core and taken in on the other: the first publication after a start may wait for it.
        await foreach (var pieces in Ahead.ReadAsync(News(db, until), MostWaiting, stop))
            foreach (var (article, terms) in pieces)
                if (article.Language.Length == 0) index.Remove(article.Id);
                else index.Put(article, room.AsSpan(0, Fingerprints.Unpack(terms, room)));
        seen = until;
    }

    IAsyncEnumerable<(Indexed Article, byte[] Terms)[]> News(NewsDb db, long until) =>
        db.Fingerprints.AsNoTracking().Where(f => f.Sequence > seen && f.Sequence <= until && f.Version == Fingerprints.Version)
            .Select(f => new { f.ArticleId, f.TranslationGroup, f.Language, f.AuthorId, f.PublishedAt, f.Terms }).AsAsyncEnumerable()
            .Select(f => (new Indexed(f.ArticleId, f.TranslationGroup, f.Language, f.AuthorId, f.PublishedAt), f.Terms)).Chunk(TakenInAtOnce);

    /// <summary>Makes the fingerprints of these articles anew, and adds them to those read; those no longer public leave the index.</summary>
    async Task ReadAsync(NewsDb db, Guid[] ids, Dictionary<Guid, Term[]> read, bool isDue, CancellationToken stop)
    {
        var articles = await db.Articles.AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(a => a.Bylines).Include(a => a.Places).Include(a => a.Topics)
            .Published().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        ConcurrentDictionary<(string, string), FoldedWord> words = new();
        var made = articles.AsParallel().AsOrdered().Select(article => (Article: article, Terms: Fingerprints.Of(article, words))).ToList();
        await WriteAsync(db, ids, made, isDue, stop);
        foreach (var id in ids) index.Remove(id);
        foreach (var (article, terms) in made)
        {
            read[article.Id] = terms;
            index.Put(Indexed.Of(article), terms);
        }
    }
}
