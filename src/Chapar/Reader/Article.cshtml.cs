using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Media;
using Chapar.Suggestions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>An author at the foot of an article, with more by them.</summary>
public sealed record AuthorBox(Author Author, string Path, PictureFace? Photo, IReadOnlyList<Teaser> More)
{
    /// <summary>Whether there is more to show than the name, which stands in the byline already.</summary>
    public bool SaysMore => Photo is not null || More.Count > 0 || Author.Links.Count > 0 || !Author.Role.IsEmpty || !Author.Biography.IsEmpty;
}

/// <summary>One article.</summary>
public sealed class ArticleModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int SuggestionCount = 6;
    const int MoreCount = 4;
    const int LatestCount = 5;

    public Article Article { get; private set; } = null!;
    public string BodyHtml { get; private set; } = "";
    public IReadOnlyList<Signature> Signatures { get; private set; } = [];
    public PictureFace? Lead { get; private set; }
    public string LeadAlternativeText { get; private set; } = "";
    public string LeadCaption { get; private set; } = "";
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];
    public IReadOnlyList<NavLink> Places { get; private set; } = [];
    public IReadOnlyList<NavLink> Topics { get; private set; } = [];
    public IReadOnlyList<AuthorBox> Authors { get; private set; } = [];
    public IReadOnlyList<Teaser> Suggested { get; private set; } = [];
    public IReadOnlyList<Teaser> LatestInSection { get; private set; } = [];
    public IReadOnlyList<Teaser> MostRead { get; private set; } = [];

    /// <summary>The story in other languages.</summary>
    public IReadOnlyList<(string Language, string Path, string Headline)> Translations { get; private set; } = [];

    /// <summary>The story that this one translates, if it is public.</summary>
    public (string Language, string Path, string Headline)? Original { get; private set; }

    public string SectionPath => $"{Prefix}/{Article.Section!.Slug}";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Rendering.DependOn(EditionNames.Article(id));
        var article = await Db.Articles.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(a => a.Section).Include(a => a.Lead).Include(a => a.Places).Include(a => a.Topics)
            .Include(a => a.Corrections).Include(a => a.Bylines).ThenInclude(b => b.Author).ThenInclude(a => a!.Photo)
            .Published().FirstOrDefaultAsync(a => a.Id == id);
        if (article is null) return NotFound();
        Article = article;
        DependOn(article);
        Describe(article);
        BodyHtml = await new ArticleBody(this).RenderAsync(article);
        Authors = await BoxesAsync(article);
        await ReadSidebarAsync(article);
        Suggested = await SuggestedAsync(article);
        Translations = await TranslationsAsync(article);
        Rendering.ArticleId = id;
        ArticleHead.Fill(this);
        return Kept();
    }

    void DependOn(Article article)
    {
        Rendering.DependOn([EditionNames.Section(article.SectionId!.Value), EditionNames.TranslationGroup(article.TranslationGroup), EditionNames.MostRead, EditionNames.Suggestions(article.Id)]);
        Rendering.DependOn(article.Bylines.Select(b => EditionNames.Author(b.AuthorId)));
        Rendering.DependOn(article.Places.Select(p => EditionNames.Place(p.Id)));
        Rendering.DependOn(article.Topics.Select(t => EditionNames.Topic(t.Id)));
        Rendering.DependOn(article.Bylines.Where(b => b.Author!.PhotoId != null).Select(b => EditionNames.Picture(b.Author!.PhotoId!.Value)));
        if (article.LeadId is { } lead) Rendering.DependOn(EditionNames.Picture(lead));
    }

    void Describe(Article article)
    {
        Signatures = [.. article.Bylines.OrderBy(b => b.Position).Select(b => new Signature(b.Author!.Name[Language], $"{Prefix}/authors/{b.Author.Slug}", b.Role))];
        Corrections = [.. article.Corrections.OrderByDescending(c => c.At)];
        Places = [.. article.Places.OrderBy(p => p.Slug, StringComparer.Ordinal).Select(p => new NavLink(p.Name[Language], $"{Prefix}/places/{p.Slug}"))];
        Topics = [.. article.Topics.OrderBy(t => t.Slug, StringComparer.Ordinal).Select(t => new NavLink(t.Name[Language], $"{Prefix}/topics/{t.Slug}"))];
        if (article.Lead is not { } lead) return;
        Lead = lead.Face();
        LeadAlternativeText = lead.Decorative ? "" : article.LeadAlternativeText ?? lead.AlternativeText[Language];
        LeadCaption = article.LeadCaption ?? lead.Caption[Language];
    }

    async Task<IReadOnlyList<AuthorBox>> BoxesAsync(Article article)
    {
        List<AuthorBox> boxes = [];
        foreach (var author in article.Bylines.OrderBy(b => b.Position).Select(b => b.Author!).DistinctBy(a => a.Id))
        {
            var more = await Db.Articles.Published().InLanguage(Language).By(author).Where(a => a.Id != article.Id).Newest().Take(MoreCount).AsTeasersAsync(this);
            boxes.Add(new AuthorBox(author, $"{Prefix}/authors/{author.Slug}", author.Photo?.Face(), more));
        }
        return boxes;
    }

    async Task ReadSidebarAsync(Article article)
    {
        LatestInSection = await Db.Articles.Published().InLanguage(Language).In(article.Section!).Where(a => a.Id != article.Id).Newest().Take(LatestCount).AsTeasersAsync(this);
        var ids = await Desk.Remembered.GetAsync("most-read", [EditionNames.MostRead], Dates.NextMidnight(Now),
            async () => await Db.MostReadAsync(DateOnly.FromDateTime(Now)));
        Rendering.DependOn(ids.Select(EditionNames.Article));
        var read = await Db.Articles.Published().InLanguage(Language).Where(a => ids.Contains(a.Id)).AsTeasersAsync(this);
        MostRead = [.. ids.Select(id => read.FirstOrDefault(t => t.Id == id)).OfType<Teaser>()];
    }

    async Task<IReadOnlyList<Teaser>> SuggestedAsync(Article article)
    {
        var ids = await Db.Suggestions.AsNoTracking().Where(s => s.ArticleId == article.Id).OrderBy(s => s.Position).Select(s => s.SuggestedId).ToListAsync();
        Rendering.DependOn(ids.Select(EditionNames.Article));
        var suggested = await Db.Articles.Published().Where(a => ids.Contains(a.Id)).AsTeasersAsync(this);
        return [.. ids.Select(id => suggested.FirstOrDefault(t => t.Id == id)).OfType<Teaser>().Take(SuggestionCount)];
    }

    async Task<IReadOnlyList<(string, string, string)>> TranslationsAsync(Article article)
    {
        var siblings = await Db.Articles.AsNoTracking().Published().Where(a => a.TranslationGroup == article.TranslationGroup && a.Id != article.Id)
            .Select(a => new { a.Id, a.Language, a.Path, a.Headline }).ToListAsync();
        if (siblings.Find(s => s.Id == article.TranslationGroup) is { } original) Original = (original.Language, original.Path!, original.Headline);
        return [.. siblings.Where(s => Publication.Languages.Contains(s.Language)).OrderBy(s => Publication.Languages.ToList().IndexOf(s.Language))
            .DistinctBy(s => s.Language).Select(s => (s.Language, s.Path!, s.Headline))];
    }
}
