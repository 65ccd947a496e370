using System.Collections.Concurrent;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Spellings;

/// <summary>The list as the checklist uses it, kept in memory as long as nobody changes it: every save of every story asks for it.</summary>
public sealed class HouseList(Editions editions)
{
    static readonly string[] Names = [EditionNames.Spellings];

    readonly ConcurrentDictionary<string, (long Began, SpellingRules Rules)> kept = new(StringComparer.Ordinal);

    public async Task<SpellingRules> InAsync(NewsDb db, string language, CancellationToken stop = default)
    {
        if (kept.TryGetValue(language, out var have) && editions.AreUnchangedSince(have.Began, Names)) return have.Rules;
        var began = editions.Turn;
        var rules = SpellingRules.Of(await db.HouseWords.AsNoTracking().Counting().OrderBy(w => w.Id).ToListAsync(stop), language);
        kept[language] = (began, rules);
        return rules;
    }
}
