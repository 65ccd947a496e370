using Chapar.Articles;
using Chapar.Database;
using Chapar.Names;
using Chapar.Search;
using Chapar.Spellings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>The list of known names as the checklist uses it, kept in memory as long as nobody changes it.</summary>
public sealed class NameList(Editions editions)
{
    /// <summary>Languages and days at once; stories of old days are opened now and then.</summary>
    const int Most = 32;

    static readonly string[] Names = [EditionNames.Names];

    readonly Lock door = new();
    readonly Dictionary<(string, DateOnly), (long Began, NameRules Rules)> kept = [];

    /// <summary>What the list says of a story, with the working copy laid over it.</summary>
    /// <param name="day">The one on which the story went or goes out.</param>
    /// <param name="lines">All of it; what the list of spellings speaks of is skipped.</param>
    public async Task<NameFindings> CheckAsync(NewsDb db, Article article, DateOnly day, IReadOnlyList<TextLine> lines, CancellationToken stop = default)
    {
        var finder = await NameFinder.NowAsync(db, stop);
        var rules = await InAsync(db, article.Language, day, stop);
        var left = await db.LeftNames.AsNoTracking().Where(l => l.ArticleId == article.Id).Select(l => l.Way).ToListAsync(stop);
        return NameFindings.Of(rules, new OtherWays(rules, finder), lines, left.ToHashSet(StringComparer.Ordinal));
    }

    async Task<NameRules> InAsync(NewsDb db, string language, DateOnly day, CancellationToken stop)
    {
        lock (door)
            if (kept.TryGetValue((language, day), out var have) && editions.AreUnchangedSince(have.Began, Names)) return have.Rules;
        var began = editions.Turn;
        var rules = NameRules.Of(await db.KnownNames.AsNoTracking().Counting().OrderBy(n => n.Id).ToListAsync(stop), language, day);
        lock (door)
        {
            if (kept.Count >= Most) kept.Clear();
            kept[(language, day)] = (began, rules);
        }
        return rules;
    }
}
