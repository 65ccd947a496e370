using Chapar.Database;

namespace Chapar.Pages;

/// <summary>
/// The making of one page: what it turns out to depend on while its data is read. Reached by
/// <c>HttpContext.Features</c>; a page that never calls <see cref="Keep"/> is not kept.
/// </summary>
/// <param name="began">See <see cref="Began"/>.</param>
/// <param name="room">Names to make room for: a page has many, a part of one few.</param>
public sealed class Rendering(long began, int room = 0)
{
    /// <summary>Names that an article's page has.</summary>
    public const int OfPage = 64;

    // Name, colours, languages, zone: there is no page that they could not change.
    readonly HashSet<string> names = new(room, StringComparer.Ordinal) { EditionNames.Settings };

    /// <summary>The turn of the edition numbers before any data was read.</summary>
    public long Began { get; } = began;

    public IReadOnlyCollection<string> Names => names;

    public bool IsKept { get; private set; }

    /// <summary>The article whose reading this counts as, if any.</summary>
    public Guid? ArticleId { get; set; }

    /// <summary>The instant (UTC) after which the page is untrue though nothing changed: its date line, the news sitemap's window.</summary>
    public DateTime? GoodUntil { get; private set; }

    public void DependOn(string name) => names.Add(name);

    public void DependOn(IEnumerable<string> more) => names.UnionWith(more);

    /// <summary>The earliest of all instants given counts.</summary>
    public void ExpireAt(DateTime instant) => GoodUntil = GoodUntil is { } before && before < instant ? before : instant;

    /// <summary>Depends on all that a part depends on, and is true no longer than the part.</summary>
    public void Include(string[] part, DateTime? goodUntil)
    {
        foreach (var name in part) names.Add(name);
        if (goodUntil is { } until) ExpireAt(until);
    }

    /// <summary>Says that all dependencies are known and the page may be kept.</summary>
    public void Keep() => IsKept = true;
}
