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

    /// <summary>Those of the list of names, the page's language first, then what it is called in the others; without the one that the page has as its title.</summary>
    /// <param name="page">Depends on the list from now on.</param>
    /// <param name="of">The place, topic or author.</param>
    public static async ValueTask<IReadOnlyList<OtherName>> OfAsync(ReaderPage page, Guid of, string title)
    {
        var all = await page.Desk.Remembered.GetAsync(new("other-names"), page.Rendering, async made =>
        {
            made.DependOn(EditionNames.Names);
            var names = await page.Db.KnownNames.AsNoTracking().Counting().Where(n => n.PlaceId != null || n.TopicId != null || n.AuthorId != null).OrderBy(n => n.Id).ToListAsync();
            return names.ToLookup(n => n.PlaceId ?? n.TopicId ?? n.AuthorId!.Value);
        });
        var spellings = all[of].SelectMany(n => n.Spellings).ToList();
        return [.. spellings.Where(s => s.Language == page.Language).Concat(spellings.DistinctBy(s => s.Language).Where(s => s.Language != page.Language))
            .Where(s => s.Text != title).DistinctBy(s => s.Text).Take(Most).Select(s => new OtherName(s.Text, s.Language, YearsOf(s)))];
    }

    static string YearsOf(NameSpelling spelling) => spelling is { From: null, Until: null } ? "" : $" ({spelling.From?.Year}–{spelling.Until?.Year})";
}
