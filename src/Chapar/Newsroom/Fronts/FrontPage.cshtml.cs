using Chapar.Articles;
using Chapar.Fronts;
using Chapar.Newsroom.Pictures;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Fronts;

/// <summary>A story that stands on the front or could.</summary>
/// <param name="IsPublic">False when readers do not get it: its slot fills itself meanwhile.</param>
public sealed record FrontStory(Guid Id, string Headline, string? Section, DateTime? PublishedAt, Picture? Lead, bool IsPublic);

/// <summary>
/// A front on the desk: its slots, the stories that could stand there, and the page as it would be. This part shows it;
/// <c>FrontPage.Arranging.cs</c> holds what is done with it.
/// </summary>
[Needs(Right.EditFronts)]
public sealed partial class FrontPageModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int MostOffered = 20, MostPictures = 24, MostEditions = 20;

    /// <summary>The language of the front; that of the newsroom's pages is <see cref="NewsroomPage.Language"/>.</summary>
    public string Of { get; private set; } = "";

    public Sections.Section? Section { get; private set; }
    public IReadOnlyList<Sections.Section> Sections { get; private set; } = [];

    /// <summary>What is being arranged; one that nobody has touched is the front as readers have it, and is not in the database.</summary>
    public FrontPlan Plan { get; private set; } = null!;

    /// <summary>As readers have it.</summary>
    public FrontLayout Published { get; private set; } = FrontLayout.Empty;

    public IReadOnlyDictionary<Guid, FrontStory> Stories { get; private set; } = new Dictionary<Guid, FrontStory>();
    public IReadOnlyDictionary<Guid, Picture> OwnPictures { get; private set; } = new Dictionary<Guid, Picture>();
    public IReadOnlyList<FrontStory> Offered { get; private set; } = [];
    public string Query { get; private set; } = "";

    /// <summary>The slot for which a picture is being chosen; null when none is.</summary>
    public int? Choosing { get; private set; }

    public string PictureQuery { get; private set; } = "";
    public IReadOnlyList<Picture> Pictures { get; private set; } = [];
    public IReadOnlyList<FrontEdition> Editions { get; private set; } = [];

    public string Here => Way(Of, Section?.Slug);

    /// <summary>Where readers have it.</summary>
    public string ReaderPath => Section is { } section ? $"{Publication.Prefix(Of)}/{section.Slug}" : Publication.Prefix(Of) is { Length: > 0 } prefix ? prefix : "/";

    public string Name => $"{Section?.Name[Language] ?? W["front.home"]}, {Languages.OwnName(Of)}";

    public static string Way(string language, string? section) => section is null ? $"/newsroom/fronts/{language}" : $"/newsroom/fronts/{language}/{section}";

    /// <param name="q">Words of a story that is looked for.</param>
    /// <param name="slot">Choose a picture for this slot.</param>
    /// <param name="pq">Words of that picture.</param>
    public async Task<IActionResult> OnGetAsync(string? language, string? section, string? q, int? slot, string? pq)
    {
        if (language is null) return Redirect(Way(Publication.MainLanguage, null));
        if (!await FindAsync(language, section)) return NotFound();
        (Query, PictureQuery) = ((q ?? "").Trim(), (pq ?? "").Trim());
        Choosing = slot is >= 0 and < FrontSlot.Count && Plan.Layout.Items[slot.Value] is not null ? slot : null;
        return await ShowAsync();
    }

    /// <summary>The reader's own page with the front as it stands on the desk.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(string? language, string? section)
    {
        if (language is null || !await FindAsync(language, section)) return NotFound();
        HttpContext.Features.Set(new FrontPreview(Plan.Front, Plan.Layout, ReaderPath));
        return new EmptyResult();
    }

    async Task<bool> FindAsync(string language, string? section)
    {
        if (!Publication.Languages.Contains(language)) return false;
        Of = language;
        Sections = await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ToListAsync(Stop);
        Section = section is null ? null : Sections.FirstOrDefault(s => s.Slug == section);
        if (section is not null && Section is null) return false;
        var front = Section is { } found ? FrontSlot.Section(found.Id, language) : FrontSlot.Home(language);
        Published = FrontLayout.Of(await Db.FrontSlots.AsNoTracking().Where(s => s.Front == front && s.Position < FrontSlot.Count).ToListAsync(Stop));
        var plan = await Db.FrontPlans.FirstOrDefaultAsync(p => p.Front == front, Stop);
        isNew = plan is null;
        Plan = plan ?? new FrontPlan(front, Published, Me.Name, Now);
        return true;
    }

    async Task<IActionResult> ShowAsync()
    {
        Title = W.Fill("front.title", Name);
        List<Guid> offered = await OfferedAsync();
        List<Guid> standing = [.. Plan.Layout.Items.OfType<FrontItem>().Select(i => i.Article)];
        var all = offered.Concat(standing).ToList();
        Stories = await Db.Articles.AsNoTracking().Where(a => all.Contains(a.Id))
            .Select(a => new FrontStory(a.Id, a.Headline, a.Section!.Name[Of], a.FirstPublishedAt, a.Lead, a.Status == ArticleStatus.Published)).ToDictionaryAsync(s => s.Id, Stop);
        Offered = [.. offered.Where(id => Stories.ContainsKey(id) && !standing.Contains(id)).Select(id => Stories[id])];
        List<Guid> own = [.. Plan.Layout.Items.Select(i => i?.Picture).OfType<Guid>()];
        OwnPictures = await Db.Pictures.AsNoTracking().Where(p => own.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Stop);
        if (Choosing is not null) Pictures = await Db.Pictures.AsNoTracking().Named(PictureQuery).OrderByDescending(p => p.Id).Take(MostPictures).ToListAsync(Stop);
        Editions = await Db.FrontEditions.AsNoTracking().Where(e => e.Front == Plan.Front).OrderByDescending(e => e.Number).Take(MostEditions).ToListAsync(Stop);
        return Page();
    }

    /// <summary>The newest, or what is found by its words; published stories of the front's language only.</summary>
    async Task<List<Guid>> OfferedAsync()
    {
        if (Query.Length > 0) return [.. (await SearchQuery.FindAsync(Db, Query, Of, 1, Stop)).Ids.Take(MostOffered)];
        var newest = Db.Articles.AsNoTracking().Published().InLanguage(Of);
        if (Section is { } section) newest = newest.InSection(section.Id);
        return await newest.Newest().Select(a => a.Id).Take(MostOffered).ToListAsync(Stop);
    }

    /// <summary>The picture that a slot would show, for the desk; null for none.</summary>
    public Picture? PictureOf(FrontItem item) => item.Picture is { } id && OwnPictures.TryGetValue(id, out var own) ? own : Stories.GetValueOrDefault(item.Article)?.Lead;

    /// <summary>What keeps readers from seeing it, in words; null when nothing does.</summary>
    public string? Trouble(FrontItem item) => Stories.GetValueOrDefault(item.Article) is not { IsPublic: true } ? W["front.not-public"]
        : !item.Stands(Now) ? W["front.pin-ended"] : null;
}
