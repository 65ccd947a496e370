using Chapar.Database;
using Chapar.Sections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles;

/// <summary>How much is filed under a place or topic, and so moves when it is merged.</summary>
/// <param name="Articles">Articles of any state.</param>
/// <param name="Drafts">Working copies.</param>
/// <param name="Places">Places that lie in it.</param>
public sealed record Filed(int Articles, int Drafts, int Places);

/// <summary>Two places or topics become one: what was filed under the first is filed under the second, and its addresses lead there.</summary>
public static class Merging
{
    public static async Task<Filed> CountAsync(NewsDb db, Filing filing, CancellationToken stop = default)
    {
        var id = filing.Id;
        var articles = filing is Topic ? await CountAsync<Topic>(db, [id], stop) : await CountAsync<Place>(db, [id], stop);
        return new Filed(articles.GetValueOrDefault(id), await DraftsNaming(db, id).CountAsync(stop), await db.Places.CountAsync(p => p.ParentId == id, stop));
    }

    /// <summary>How many articles each of these places or topics has; those with none are left out.</summary>
    public static Task<Dictionary<Guid, int>> CountAsync<T>(NewsDb db, Guid[] ids, CancellationToken stop = default) where T : Filing
    {
        var (table, column) = TableOf<T>();
        return Joins(db, table).Select(j => EF.Property<Guid>(j, column)).Where(id => ids.Contains(id)).GroupBy(id => id)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }

    /// <summary>Merges in one transaction, and saves; readers have it when this returns.</summary>
    /// <param name="db">The database, without unsaved changes.</param>
    /// <param name="from">Tracked; removed.</param>
    /// <param name="into">Tracked; of the same kind.</param>
    /// <param name="prefixes">"" and "/ru": what addresses of the publication's languages begin with.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task MergeAsync(NewsDb db, Filing from, Filing into, IEnumerable<string> prefixes, string by, DateTime now, CancellationToken stop = default)
    {
        if (from.Id == into.Id || from.GetType() != into.GetType()) throw new ArgumentException("It is merged with another of its kind.", nameof(into));
        var (old, present) = (from.Id, into.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (table, column) = from is Topic ? TableOf<Topic>() : TableOf<Place>();
        var joins = Joins(db, table);
        // Who is filed under both stays filed once.
        await joins.Where(j => EF.Property<Guid>(j, column) == old && joins.Any(k => EF.Property<Guid>(k, column) == present && EF.Property<Guid>(k, "ArticleId") == EF.Property<Guid>(j, "ArticleId")))
            .ExecuteDeleteAsync(stop);
        await joins.Where(j => EF.Property<Guid>(j, column) == old).ExecuteUpdateAsync(set => set.SetProperty(j => EF.Property<Guid>(j, column), present), stop);
        foreach (var draft in await DraftsNaming(db, old).ToListAsync(stop)) draft.Refile(old, present);
        foreach (var inside in await db.Places.Where(p => p.ParentId == old && p.Id != present).ToListAsync(stop)) inside.LieIn(present, by, now);
        if (into is Place place && place.ParentId == old) place.LieIn((from as Place)!.ParentId, by, now);
        // An import of the same file again finds what its categories have become.
        await db.ImportedItems.Where(i => i.EntityId == old).ExecuteUpdateAsync(set => set.SetProperty(i => i.EntityId, present), stop);
        await db.Mergers.Where(m => m.IntoId == old).ExecuteUpdateAsync(set => set.SetProperty(m => m.IntoId, present), stop);
        db.Add(new Merger(old, present));
        await Addresses.MoveAsync(db, from.Address, into.Address, prefixes, $"merged by {by}", stop);
        into.TakeIn(from, by, now);
        db.Remove(from);
        // The articles themselves are not loaded: whatever shows the one name or the other, or the list of it, depends on these.
        foreach (var name in new[] { old, present }.Select(id => from is Topic ? EditionNames.Topic(id) : EditionNames.Place(id)))
        {
            db.Raise(name);
            db.Raise(EditionNames.ListOf(name));
        }
        await db.SaveChangesAsync(stop);
        await db.CommitAsync(transaction);
    }

    /// <summary>The same places or topics with what they have become by mergers.</summary>
    public static async Task<Guid[]> NowAsync(NewsDb db, IReadOnlyList<Guid> ids, CancellationToken stop = default)
    {
        if (ids.Count == 0) return [];
        var merged = await db.Mergers.AsNoTracking().Where(m => ids.Contains(m.FromId)).ToDictionaryAsync(m => m.FromId, m => m.IntoId, stop);
        return [.. ids.Select(id => merged.GetValueOrDefault(id, id)).Distinct()];
    }

    static (string Table, string Column) TableOf<T>() => typeof(T) == typeof(Topic) ? ("ArticleTopics", "TopicsId") : ("ArticlePlaces", "PlacesId");

    static DbSet<Dictionary<string, object>> Joins(NewsDb db, string table) => db.Set<Dictionary<string, object>>(table);

    // Kept as JSON: an id stands in it as text.
    static IQueryable<Draft> DraftsNaming(NewsDb db, Guid id)
    {
        var pattern = $"%{id}%";
        return db.Drafts.Where(d => EF.Functions.Like((string)(object)d.Particulars, pattern));
    }
}
