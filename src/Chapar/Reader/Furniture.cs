using Chapar.Database;
using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>A link of the furniture.</summary>
/// <param name="Lang">The language of the name where it is not the page's.</param>
public sealed record NavLink(string Name, string Path, string? Lang = null);

/// <summary>What stands on every page of a language: navigation, ticker, foot.</summary>
public sealed record Furniture(IReadOnlyList<NavLink> Sections, IReadOnlyList<NavLink> About, TickerView Ticker)
{
    internal sealed record SectionRow(string Slug, LocalText Name);

    internal static readonly Question<Guid, SectionRow> AllSections = new("sections",
        (db, _) => db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Slug).Select(s => new SectionRow(s.Slug, s.Name)), row => new(row.Text(0), LocalText.FromJson(row.Text(1))));

    internal static readonly Question<string, NavLink> AboutIn = new("plain-pages.foot",
        (db, language) => db.PlainPages.Where(p => p.IsPublic && p.Language == language && p.FooterPosition != null).OrderBy(p => p.FooterPosition).Select(p => new NavLink(p.Title, p.Path, null)),
        row => new(row.Text(0), row.Text(1)));

    public static Furniture None { get; } = new([], [], TickerView.Empty);

    /// <summary>The next midnight here or at a bank.</summary>
    static DateTime NextChangeAt(ReaderPage page)
    {
        var (here, bank) = (page.Dates.NextMidnight(page.Now), RateStatuses.NextChangeAt(page.Now));
        return here < bank ? here : bank;
    }

    public static async Task<Furniture> ReadAsync(ReaderPage page) =>
        await page.Desk.Remembered.GetAsync(new("furniture", page.Language), page.Rendering, async made =>
        {
            made.DependOn([EditionNames.Sections, EditionNames.PlainPages, EditionNames.Rates]);
            made.ExpireAt(NextChangeAt(page));
            var sections = await AllSections.ListAsync(page.Desk.Lines, Guid.Empty);
            List<string> chosen = [.. page.Publication.Navigation];
            foreach (var old in chosen.Where(c => sections.All(s => s.Slug != c)).ToList())
            {
                // A section that was renamed stays in the navigation that still names it as it was.
                made.DependOn(EditionNames.Redirects);
                var move = await CanonicalAddress.Moves.FirstAsync(page.Desk.Lines, "/" + old);
                chosen[chosen.IndexOf(old)] = move?.To.TrimStart('/') ?? old;
            }
            if (chosen.Count > 0) sections = [.. sections.Where(s => chosen.Contains(s.Slug)).OrderBy(s => chosen.IndexOf(s.Slug))];
            var about = await AboutIn.ListAsync(page.Desk.Lines, page.Language);
            return new Furniture([.. sections.Select(s => new NavLink(s.Name[page.Language], $"{page.Prefix}/{s.Slug}", s.Name.Foreign(page.Language)))], about, await TickerView.ReadAsync(page, made: made));
        });
}
