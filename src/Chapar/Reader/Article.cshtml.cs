using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Media;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>An author at the foot of an article, with more by them.</summary>
public sealed record AuthorBox(AuthorProfile Author, string Path, PictureFace? Photo, IReadOnlyList<Teaser> More)
{
    /// <summary>Whether there is more to show than the name, which stands in the byline already.</summary>
    public bool SaysMore => Photo is not null || More.Count > 0 || Author.Links.Count > 0 || !Author.Role.IsEmpty || !Author.Biography.IsEmpty;
}

/// <summary>One article.</summary>
public sealed class ArticleModel(ReaderDesk desk) : ReaderPage(desk)
{
    internal const int SuggestionCount = 6;
    const int MoreCount = 4;
    internal const int LatestCount = 5;
    const int MostReadCount = 5;

    public Story Article { get; private set; } = null!;
    public string BodyHtml { get; private set; } = "";
    public int WordCount { get; private set; }

    /// <summary>The deck, or else the first sentences.</summary>
    public string Begins { get; private set; } = "";

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
    public IReadOnlyList<AuthorProfile> Authors { get; private set; } = [];

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
    public string HistoryPath => $"{Prefix}/history{LanguagePath.Without(Language, Article.Path)}";

    /// <summary>Files can lead only to what there is.</summary>
    public override bool Lacks(string language) => !IsFile && language != Language && Translations.All(t => t.Language != language);

    /// <summary>What has no translation leads to the page that says so, and offers what there is: the article's address in that language, unless the article has that itself.</summary>
    public override string In(string language) =>
        language == Language ? Article.Path : Lacks(language) && Publication.Prefix(language) + LanguagePath.Without(Language, Article.Path) is var other && other != Article.Path ? other : base.In(language);

    public string SectionPath => $"{Prefix}/{Article.SectionSlug}";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Rendering.DependOn([EditionNames.Article(id), EditionNames.Suggestions(id)]);
        // An edition asks for each once.
        var whole = IsFile ? await ReadAsync(id)
            : await Desk.Stories.FindAsync(new(Portion.IsText ? "text" : "story", Language, id), Rendering, made => PartAsync(made, () => ReadAsync(id)));
        if (whole is null) return NotFound();
        var article = Article = whole.Story;
        (BodyHtml, WordCount, Begins) = (whole.BodyHtml, whole.Words, whole.Begins);
        await DescribeAsync(whole);
        LatestInSection = await this.NewestInAsync(article.SectionId, LatestCount, Placed);
        MostRead = await this.MostReadAsync(MostReadCount, Placed);
        Translations = TranslationsOf(whole);
        Rendering.ArticleId = id;
        ArticleHead.Fill(this);
        return Kept();
    }

    async Task<WholeStory?> ReadAsync(Guid id)
    {
        if (await StoryText.Public.FirstAsync(Desk.Lines, id) is not ({ } article, { } body)) return null;
        Rendering.DependOn([EditionNames.Article(id), EditionNames.Suggestions(id), EditionNames.Section(article.SectionId), EditionNames.TranslationGroup(article.TranslationGroup)]);
        if (article.Lead is { } lead) Rendering.DependOn(EditionNames.Picture(lead.Face.Id));
        // The text may quote the rates of today.
        if (!IsFile) Rendering.ExpireAt(Dates.NextMidnight(Now));
        var (signed, links) = (await StoryByline.Of.ListAsync(Desk.Lines, id), await StoryLink.Of.ListAsync(Desk.Lines, id));
        // What was merged into another is another id here.
        Rendering.DependOn(signed.Select(b => EditionNames.Author(b.AuthorId)));
        Rendering.DependOn(links.Where(l => l.Axis == StoryLink.Place).Select(l => EditionNames.Place(l.Id)));
        Rendering.DependOn(links.Where(l => l.Axis == StoryLink.Topic).Select(l => EditionNames.Topic(l.Id)));
        return new(article, signed, links,
            links.Exists(l => l.Axis == StoryLink.Correction) ? await StoryCorrection.Of.ListAsync(Desk.Lines, id) : [],
            Publication.Languages.Count > 1 ? await StorySibling.Of.ListAsync(Desk.Lines, article.TranslationGroup) : [],
            await new ArticleBody(this).RenderAsync(body), BodyText.WordCount(body),
            article.Deck.Length > 0 ? article.Deck : BodyText.FirstSentences(body, Articles.Article.ListedLetters), [.. body.Articles()]);
    }

    async Task DescribeAsync(WholeStory whole)
    {
        var (article, signed) = (whole.Story, whole.Signed);
        Authors = await this.AuthorsAsync([.. signed.Select(b => b.AuthorId).Distinct()]);
        Signatures = [.. signed.Join(Authors, b => b.AuthorId, a => a.Id, (b, a) => new Signature(a.Name[Language], $"{Prefix}/authors/{a.Slug}", b.Role, a.Name.Foreign(Language)))];
        Corrections = whole.Corrections;
        Places = [.. Sorted(await this.PlacesAsync(whole.Linked(StoryLink.Place)), p => p.Name).Select(this.PlaceLink)];
        Topics = [.. Sorted(await this.TopicsAsync(whole.Linked(StoryLink.Topic)), t => t.Name).Select(this.TopicLink)];
        // What the text shows with its headline is not suggested again.
        Suggested = [.. (await this.TeasersAsync([.. whole.Linked(StoryLink.Suggestion).Where(id => !whole.Shown.Contains(id))])).Take(SuggestionCount)];
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
            boxes.Add(new AuthorBox(author, $"{Prefix}/authors/{author.Slug}", author.Photo is { } photo && !(photo.EndsAt <= Now) ? photo.Face : null, await this.NewestByAsync(author.Id, MoreCount, Placed)));
        return boxes;
    }

    IReadOnlyList<(string, string, string)> TranslationsOf(WholeStory whole)
    {
        var others = whole.Siblings.Where(s => s.Id != whole.Story.Id && Publication.Languages.Contains(s.Language)).ToList();
        if (others.Find(s => s.Id == whole.Story.TranslationGroup) is { } original) Original = (original.Language, original.Path, original.Headline);
        return [.. others.OrderBy(s => Publication.Languages.ToList().IndexOf(s.Language))
            .DistinctBy(s => s.Language).Select(s => (s.Language, s.Path, s.Headline))];
    }
}
