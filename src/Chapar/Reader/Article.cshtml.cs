using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Media;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;

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
    internal const int SuggestionCount = 6;
    const int MoreCount = 4;
    const int LatestCount = 5;
    const int MostReadCount = 5;

    public Story Article { get; private set; } = null!;
    public string BodyHtml { get; private set; } = "";
    public IReadOnlyList<Signature> Signatures { get; private set; } = [];
    public PictureFace? Lead { get; private set; }

    /// <summary>Whether there is a lead whose rights have ended: a note stands in its place.</summary>
    public bool LeadEnded { get; private set; }

    public string LeadAlternativeText { get; private set; } = "";
    public string? LeadAlternativeLang { get; private set; }
    public string LeadCaption { get; private set; } = "";

    /// <summary>The language of the caption where it is not the article's.</summary>
    public string? LeadCaptionLang { get; private set; }

    public IReadOnlyList<StoryCorrection> Corrections { get; private set; } = [];
    public IReadOnlyList<NavLink> Places { get; private set; } = [];
    public IReadOnlyList<NavLink> Topics { get; private set; } = [];

    /// <summary>Each of the byline once, in its order.</summary>
    public IReadOnlyList<Author> Authors { get; private set; } = [];

    public IReadOnlyList<AuthorBox> Boxes { get; private set; } = [];
    public IReadOnlyList<Teaser> Suggested { get; private set; } = [];

    /// <summary>Articles that stand on the page in their own place: the lists of the newest and of the most read go without them.</summary>
    HashSet<Guid> Placed { get; set; } = [];

    public IReadOnlyList<Teaser> LatestInSection { get; private set; } = [];
    public IReadOnlyList<Teaser> MostRead { get; private set; } = [];
    public override bool IsSided => LatestInSection.Count + MostRead.Count > 0;

    /// <summary>The story in other languages.</summary>
    public IReadOnlyList<(string Language, string Path, string Headline)> Translations { get; private set; } = [];

    /// <summary>The story that this one translates, if it is public.</summary>
    public (string Language, string Path, string Headline)? Original { get; private set; }

    /// <summary>"/ru/history/2026/11/slug" of "/ru/2026/11/slug".</summary>
    public string HistoryPath => $"{Prefix}/history{Article.Path[Prefix.Length..]}";

    /// <summary>Files can lead only to what there is.</summary>
    public override bool Lacks(string language) => !IsFile && language != Language && Translations.All(t => t.Language != language);

    /// <summary>What has no translation leads to the page that says so, and offers what there is: the article's address in that language.</summary>
    public override string In(string language) =>
        language == Language ? Article.Path : Lacks(language) ? Publication.Prefix(language) + Article.Path[Prefix.Length..] : base.In(language);

    public string SectionPath => $"{Prefix}/{Article.SectionSlug}";

    /// <summary>Asks all that a page asks, of no article.</summary>
    internal static async Task RehearseAsync(Lines lines)
    {
        await Story.Public.FirstAsync(lines, Guid.Empty);
        await StoryByline.Of.ListAsync(lines, Guid.Empty);
        await StoryLink.Of.ListAsync(lines, Guid.Empty);
        await StorySibling.Of.ListAsync(lines, Guid.Empty);
    }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Rendering.DependOn([EditionNames.Article(id), EditionNames.Suggestions(id)]);
        var article = await Story.Public.FirstAsync(Desk.Lines, id);
        if (article is null) return NotFound();
        Article = article;
        Rendering.DependOn([EditionNames.Section(article.SectionId), EditionNames.TranslationGroup(article.TranslationGroup)]);
        await DescribeAsync(article);
        BodyHtml = await new ArticleBody(this).RenderAsync(article.Body);
        LatestInSection = await this.NewestInAsync(article.SectionId, LatestCount, Placed);
        MostRead = await this.MostReadAsync(MostReadCount, Placed);
        Translations = await TranslationsAsync(article);
        Rendering.ArticleId = id;
        ArticleHead.Fill(this);
        return Kept();
    }

    async Task DescribeAsync(Story article)
    {
        var signed = await StoryByline.Of.ListAsync(Desk.Lines, article.Id);
        var filed = await StoryLink.Of.ListAsync(Desk.Lines, article.Id);
        Guid[] Of(int axis) => [.. filed.Where(l => l.Axis == axis).OrderBy(l => l.Position).Select(l => l.Id)];
        Authors = await this.AuthorsAsync([.. signed.Select(b => b.AuthorId).Distinct()]);
        Signatures = [.. signed.Join(Authors, b => b.AuthorId, a => a.Id, (b, a) => new Signature(a.Name[Language], $"{Prefix}/authors/{a.Slug}", b.Role, a.Name.Foreign(Language)))];
        Corrections = Of(StoryLink.Correction).Length > 0 ? await StoryCorrection.Of.ListAsync(Desk.Lines, article.Id) : [];
        Places = [.. (await this.PlacesAsync(Of(StoryLink.Place))).OrderBy(p => p.Name[Language], Collation.In(Language)).Select(this.Link)];
        Topics = [.. (await this.TopicsAsync(Of(StoryLink.Topic))).OrderBy(t => t.Name[Language], Collation.In(Language)).Select(this.Link)];
        // What the text shows with its headline is not suggested again.
        var inText = article.Body.Articles().ToHashSet();
        Suggested = [.. (await this.TeasersAsync([.. Of(StoryLink.Suggestion).Where(id => !inText.Contains(id))])).Take(SuggestionCount)];
        Placed = [article.Id, .. Suggested.Select(s => s.Id)];
        Boxes = await BoxesAsync();
        if (article.Lead is not { } lead) return;
        LeadEnded = !this.Shows(lead.Face.Id, lead.EndsAt);
        if (LeadEnded) return;
        Lead = lead.Face;
        LeadAlternativeText = lead.Decorative ? "" : article.LeadAlternativeText ?? lead.AlternativeText[Language];
        LeadAlternativeLang = LeadAlternativeText.Length == 0 || article.LeadAlternativeText is not null ? null : lead.AlternativeText.Foreign(Language);
        LeadCaption = article.LeadCaption ?? lead.Caption[Language];
        LeadCaptionLang = article.LeadCaption is null ? lead.Caption.Foreign(Language) : null;
    }

    async Task<IReadOnlyList<AuthorBox>> BoxesAsync()
    {
        List<AuthorBox> boxes = [];
        foreach (var author in Authors)
            boxes.Add(new AuthorBox(author, $"{Prefix}/authors/{author.Slug}", author.Photo?.MayBeShown(Now) == true ? author.Photo.Face() : null, await this.NewestByAsync(author.Id, MoreCount, Placed)));
        return boxes;
    }

    async Task<IReadOnlyList<(string, string, string)>> TranslationsAsync(Story article)
    {
        if (Publication.Languages.Count == 1) return [];
        var others = await StorySibling.Of.ListAsync(Desk.Lines, article.TranslationGroup);
        others.RemoveAll(s => s.Id == article.Id);
        if (others.Find(s => s.Id == article.TranslationGroup) is { } original) Original = (original.Language, original.Path, original.Headline);
        return [.. others.Where(s => Publication.Languages.Contains(s.Language)).OrderBy(s => Publication.Languages.ToList().IndexOf(s.Language))
            .DistinctBy(s => s.Language).Select(s => (s.Language, s.Path, s.Headline))];
    }
}
