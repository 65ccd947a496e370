using Chapar.Articles;
using Chapar.Sections;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>All sections, places or topics, and one more.</summary>
[Needs(Right.EditSections)]
public sealed class FilingsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>More is not looked through: it is searched.</summary>
    const int Shown = 200;

    /// <summary>One of them as the list shows it.</summary>
    public sealed record Row(Filing Filing, int Articles, IReadOnlyList<string> Lacks);

    public FilingKind Kind => Request.KindOfPage();
    public string Query { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    /// <summary>What was typed for a new one and not taken.</summary>
    public LocalText Name { get; private set; } = LocalText.Empty;

    public string Slug { get; private set; } = "";

    public Task OnGetAsync(string? q) => ShowAsync(q);

    public async Task<IActionResult> OnPostAsync(string? slug)
    {
        Name = this.Read("name", LocalText.Empty);
        Slug = this.SlugOf(slug, Name);
        if (await ProblemAsync() is { } problem)
        {
            await ShowAsync(null);
            return Refuse(problem);
        }
        Filing filing = Kind switch
        {
            FilingKind.Section => new Section(Slug, Name, position: (await Db.Sections.MaxAsync(s => (int?)s.Position, Stop) ?? 0) + 1),
            FilingKind.Place => new Place(Slug, Name),
            _ => new Topic(Slug, Name),
        };
        Db.Add(filing);
        filing.Open(Me.Name, Now);
        foreach (var prefix in this.Prefixes()) await Addresses.ClearAsync(Db, prefix + filing.Address, Stop);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("house.added", Name[Language]));
        return Redirect($"{Kind.ListPath()}/{filing.Id}");
    }

    /// <summary>Moves a section up or down in the navigation.</summary>
    public async Task<IActionResult> OnPostStandAsync(Guid id, bool up)
    {
        var sections = await Db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(Stop);
        var at = sections.FindIndex(s => s.Id == id);
        var to = at + (up ? -1 : 1);
        if (at < 0) return NotFound();
        if (to >= 0 && to < sections.Count) (sections[at], sections[to]) = (sections[to], sections[at]);
        foreach (var (position, section) in sections.Index()) section.Stand(position + 1, Me.Name, Now);
        await Db.SaveChangesAsync(Stop);
        return Redirect(Kind.ListPath());
    }

    async Task<string?> ProblemAsync()
    {
        if (Name.Exactly(Publication.MainLanguage) is null) return W.Fill("house.no-name", Languages.OwnName(Publication.MainLanguage));
        if (Slug.Length == 0) return W["house.no-slug"];
        return await this.TakenAsync(Kind, Slug, null);
    }

    async Task ShowAsync(string? q)
    {
        Title = W[$"house.{Kind}.many"];
        Query = (q ?? "").Trim();
        var all = await Db.ListAsync(Kind, Language, Stop);
        var words = Folding.Words(Query).ToList();
        var found = all.Where(f => words.Count == 0 || Matches(f, words)).ToList();
        Total = found.Count;
        List<Filing> shown = [.. found.Take(Shown)];
        var counts = await CountsAsync([.. shown.Select(f => f.Id)]);
        Rows = [.. shown.Select(f => new Row(f, counts.GetValueOrDefault(f.Id), [.. Publication.Languages.Where(l => f.Name.Exactly(l) is null)]))];
    }

    static bool Matches(Filing filing, List<string> words)
    {
        var text = Folding.Fold($"{filing.Slug} {filing.Name.ToJson()}");
        return words.TrueForAll(word => text.Contains(word, StringComparison.Ordinal));
    }

    async Task<Dictionary<Guid, int>> CountsAsync(Guid[] ids) => Kind switch
    {
        FilingKind.Section => await Db.Articles.Where(a => a.SectionId != null).GroupBy(a => a.SectionId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Stop),
        FilingKind.Place => await Merging.CountAsync<Place>(Db, ids, Stop),
        _ => await Merging.CountAsync<Topic>(Db, ids, Stop),
    };
}
