using Chapar.Database;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>Which of the three ways of filing a page is about, from its address.</summary>
public enum FilingKind { Section, Place, Topic }

static class FilingKinds
{
    /// <summary>"/newsroom/topics/..." is about topics.</summary>
    public static FilingKind KindOfPage(this HttpRequest request) => request.Path.Value!.Split('/')[2].ToLowerInvariant() switch
    {
        "sections" => FilingKind.Section,
        "places" => FilingKind.Place,
        _ => FilingKind.Topic,
    };

    /// <summary>Where the newsroom lists them.</summary>
    public static string ListPath(this FilingKind kind) => kind switch
    {
        FilingKind.Section => "/newsroom/sections",
        FilingKind.Place => "/newsroom/places",
        _ => "/newsroom/topics",
    };

    public static IQueryable<Filing> Filings(this NewsDb db, FilingKind kind) => kind switch
    {
        FilingKind.Section => db.Sections,
        FilingKind.Place => db.Places,
        _ => db.Topics,
    };

    /// <summary>In the order in which readers meet them: sections by position, the others by name.</summary>
    public static async Task<IReadOnlyList<Filing>> ListAsync(this NewsDb db, FilingKind kind, string language, CancellationToken stop) => kind == FilingKind.Section
        ? await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(stop)
        : [.. (await db.Filings(kind).AsNoTracking().ToListAsync(stop)).OrderBy(f => f.Name[language], Collation.In(language))];
}
