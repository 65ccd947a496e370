using Chapar.Database;
using Chapar.Names;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>What else a place, topic or author is called: "Nur-Sultan (2019–2022)".</summary>
/// <param name="Language">Of the name.</param>
/// <param name="Years">In which it was the name: " (2019–2022)"; empty when it always was.</param>
public sealed record OtherName(string Text, string Language, string Years)
{
    /// <summary>More than a quiet line has.</summary>
    const int Most = 12;

    /// <param name="Of">The place, topic or author.</param>
    internal sealed record NamesOf(Guid Of, IReadOnlyList<NameSpelling> Spellings);

    internal static readonly Question<Guid, NamesOf> All = new("other-names",
        (db, _) => db.KnownNames.Counting().Where(n => n.PlaceId != null || n.TopicId != null || n.AuthorId != null).OrderBy(n => n.Id).Select(n => new NamesOf((n.PlaceId ?? n.TopicId ?? n.AuthorId)!.Value, n.Spellings)),
        row => new(row.Id(0), NameSpelling.Read(row.Text(1))));

    /// <summary>Those of the list of names, the page's language first, then what it is called in the others; without the one that the page has as its title.</summary>
    /// <param name="page">Depends on the list from now on.</param>
    /// <param name="of">The place, topic or author.</param>
    public static async ValueTask<IReadOnlyList<OtherName>> OfAsync(ReaderPage page, Guid of, string title)
    {
        var all = await page.Desk.Remembered.GetAsync(new("other-names"), page.Rendering, async made =>
        {
            made.DependOn(EditionNames.Names);
            return (await All.ListAsync(page.Desk.Lines, Guid.Empty)).ToLookup(n => n.Of, n => n.Spellings);
        });
        var spellings = all[of].SelectMany(spellings => spellings).ToList();
        return [.. spellings.Where(s => s.Language == page.Language).Concat(spellings.DistinctBy(s => s.Language).Where(s => s.Language != page.Language))
            .Where(s => s.Text != title).DistinctBy(s => s.Text).Take(Most).Select(s => new OtherName(s.Text, s.Language, YearsOf(s)))];
    }

    static string YearsOf(NameSpelling spelling) => spelling is { From: null, Until: null } ? "" : $" ({spelling.From?.Year}–{spelling.Until?.Year})";
}
