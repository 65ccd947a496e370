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
        var newest = await NewestAsync("all", all => all, 1 + SecondaryCount + LatestCount + 8);
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
        Head.Description = Publication.Tagline;
        Head.Canonical = Prefix.Length == 0 ? "/" : Prefix;
        Head.Feeds = Prefix;
        Head.Translations = Publication.Languages.Count > 1 ? [.. Publication.Languages.Select(l => (l, l == Publication.MainLanguage ? "/" : $"/{l}"))] : [];
        ListHead.Fill(this);
        return Kept();
    }

    /// <param name="what">What they are the newest of, as the front remembers it.</param>
    /// <param name="which">Chooses them of all public ones.</param>
    /// <param name="count">How many.</param>
    async Task<IReadOnlyList<Teaser>> NewestAsync(string what, Func<IQueryable<Article>, IQueryable<Article>> which, int count) =>
        await this.TeasersAsync(await this.NewestAsync(new($"front {what}", Language), [EditionNames.Newest(Language), EditionNames.Sections], which, count));

    /// <summary>Each format by its own index: of both at once SQLite would look at every article of the language.</summary>
    async Task<IReadOnlyList<Teaser>> VoicesAsync(HashSet<Guid> shown)
    {
        List<Teaser> voices = [];
        foreach (var format in new[] { Format.Opinion, Format.Interview })
            voices.AddRange(await NewestAsync(format.Slug(), all => all.Of(format), VoicesCount + FrontSlot.Count + LatestCount));
        return [.. voices.Where(t => !shown.Contains(t.Id)).OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.Id).Take(VoicesCount)];
    }

    async Task<IReadOnlyList<SectionBlock>> BlocksAsync(HashSet<Guid> shown)
    {
        List<SectionBlock> blocks = [];
        foreach (var link in Furniture.Sections)
        {
            var slug = link.Path[(link.Path.LastIndexOf('/') + 1)..];
            var items = await NewestAsync(link.Path, all => all.Where(a => a.Section!.Slug == slug), BlockCount * 2 + 2);
            var fresh = items.Where(t => !shown.Contains(t.Id)).Take(BlockCount).ToList();
            if (fresh.Count > 0) blocks.Add(new SectionBlock(link.Name, link.Lang, link.Path, fresh));
        }
        return blocks;
    }
}
