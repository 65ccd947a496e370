using Chapar.Articles;
using Chapar.Database;
using Chapar.Fronts;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>One section's block on the home page.</summary>
/// <param name="Lang">The language of the name where it is not the page's.</param>
public sealed record SectionBlock(string Name, string? Lang, string Path, IReadOnlyList<Teaser> Items);

/// <summary>The front of a language: slots filled by hand, the rest by the newest.</summary>
public sealed class HomeModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int SecondaryCount = FrontSlot.Count - 1;
    const int LatestCount = 8;
    const int BlockCount = 4;
    const int VoicesCount = 4;

    public Teaser? Lead { get; private set; }
    public IReadOnlyList<Teaser> Secondary { get; private set; } = [];
    public IReadOnlyList<Teaser> Latest { get; private set; } = [];

    /// <summary>Opinion and interviews, shown as such.</summary>
    public IReadOnlyList<Teaser> Voices { get; private set; } = [];

    public IReadOnlyList<SectionBlock> Blocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Rendering.DependOn(EditionNames.Newest(Language));
        var newest = await NewestAsync("all", Newest, Language);
        var slots = await this.SlotsAsync(FrontSlot.Home(Language));

        var shown = new HashSet<Guid>(slots.Values.Select(t => t.Id));
        Teaser? Next(Func<Teaser, bool>? fit = null)
        {
            var next = newest.FirstOrDefault(t => !shown.Contains(t.Id) && (fit is null || fit(t)));
            if (next is not null) shown.Add(next.Id);
            return next;
        }
        Lead = slots.GetValueOrDefault(0) ?? Next(t => t.Picture is not null && t.Format is not Format.Opinion) ?? Next();
        Secondary = [.. Enumerable.Range(1, SecondaryCount).Select(i => slots.GetValueOrDefault(i) ?? Next()).OfType<Teaser>()];
        Latest = [.. newest.Where(t => !shown.Contains(t.Id)).Take(LatestCount)];
        shown.UnionWith(Latest.Select(t => t.Id));
        Voices = await VoicesAsync(shown);
        shown.UnionWith(Voices.Select(t => t.Id));
        Blocks = await BlocksAsync(shown);

        Head.Title = Publication.Name;
        Head.Description = Publication.TaglineIn(Language).Text;
        Head.Canonical = Prefix.Length == 0 ? "/" : Prefix;
        Head.Feeds = Prefix;
        Head.Translations = Publication.Languages.Count > 1 ? [.. Publication.Languages.Select(l => (l, l == Publication.MainLanguage ? "/" : $"/{l}"))] : [];
        ListHead.Fill(this);
        return Kept();
    }

    internal sealed record FormatInLanguage(Format Format, string Language);

    internal sealed record SectionInLanguage(string Slug, string Language);

    internal static readonly Question<string, Guid> Newest = new("front.newest",
        (db, language) => db.Articles.Published().Where(a => a.Language == language).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id)
            .Take(1 + SecondaryCount + LatestCount + 8).Select(a => a.Id),
        row => row.Id(0));

    internal static readonly Question<FormatInLanguage, Guid> NewestOf = new("front.newest-of",
        (db, one) => db.Articles.Published().Where(a => a.Language == one.Language && a.Format == one.Format).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id)
            .Take(VoicesCount + FrontSlot.Count + LatestCount).Select(a => a.Id),
        row => row.Id(0));

    internal static readonly Question<SectionInLanguage, Guid> NewestIn = new("front.newest-in",
        (db, one) => db.Articles.Published().Where(a => a.Section!.Slug == one.Slug && a.Language == one.Language).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id)
            .Take((BlockCount * 2) + 2).Select(a => a.Id),
        row => row.Id(0));

    /// <param name="what">What they are the newest of, as the front remembers it.</param>
    async Task<IReadOnlyList<Teaser>> NewestAsync<TAbout>(string what, Question<TAbout, Guid> newest, TAbout about) where TAbout : notnull =>
        await this.TeasersAsync(await this.NewestAsync(new($"front {what}", Language), [EditionNames.Newest(Language), EditionNames.Sections], newest, about));

    /// <summary>Each format by its own index: of both at once SQLite would look at every article of the language.</summary>
    async Task<IReadOnlyList<Teaser>> VoicesAsync(HashSet<Guid> shown)
    {
        List<Teaser> voices = [];
        foreach (var format in new[] { Format.Opinion, Format.Interview })
            voices.AddRange(await NewestAsync(format.Slug(), NewestOf, new(format, Language)));
        return [.. voices.Where(t => !shown.Contains(t.Id)).OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.Id).Take(VoicesCount)];
    }

    async Task<IReadOnlyList<SectionBlock>> BlocksAsync(HashSet<Guid> shown)
    {
        List<SectionBlock> blocks = [];
        foreach (var link in Furniture.Sections)
        {
            var slug = link.Path[(link.Path.LastIndexOf('/') + 1)..];
            var items = await NewestAsync(link.Path, NewestIn, new(slug, Language));
            var fresh = items.Where(t => !shown.Contains(t.Id)).Take(BlockCount).ToList();
            if (fresh.Count > 0) blocks.Add(new SectionBlock(link.Name, link.Lang, link.Path, fresh));
        }
        return blocks;
    }
}
