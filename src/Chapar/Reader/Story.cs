using System.Collections.Concurrent;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Media;
using Chapar.Pages;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>A public article as its page shows it.</summary>
/// <param name="TranslationGroup">Shared by the story and its translations.</param>
/// <param name="LeadCaption">The lead's caption in this story, where it differs from the picture's own; so too the alternative text.</param>
public sealed record Story(
    Guid Id, Guid TranslationGroup, Format Format, string Headline, string Deck, string Path, DateTime FirstPublishedAt, DateTime UpdatedAt,
    Guid SectionId, string SectionSlug, LocalText SectionName, string? LeadCaption, string? LeadAlternativeText, CreditedPicture? Lead);

/// <summary>A public article with its text.</summary>
sealed record StoryText(Story Story, BodyTree Body)
{
    internal static readonly Question<Guid, StoryText> Public = new("story",
        (db, id) => db.Articles.Published().Where(a => a.Id == id).Select(a => new StoryText(new Story(
            a.Id, a.TranslationGroup, a.Format, a.Headline, a.Deck, a.Path!, a.FirstPublishedAt!.Value, a.UpdatedAt!.Value,
            a.SectionId!.Value, a.Section!.Slug, a.Section.Name, a.LeadCaption, a.LeadAlternativeText,
            a.Lead == null ? null : new CreditedPicture(new PictureFace(a.Lead.Id, a.Lead.Key, a.Lead.Width, a.Lead.Height, a.Lead.FocalX, a.Lead.FocalY), a.Lead.Credit, a.Lead.AlternativeText, a.Lead.Caption, a.Lead.Decorative, a.Lead.RightsEndAt)),
            a.Body)),
        row => new(new(
            row.Id(0), row.Id(1), row.Word<Format>(2), row.Text(3), row.Text(4), row.Text(5), row.At(6), row.At(7),
            row.Id(8), row.Text(9), LocalText.FromJson(row.Text(10)), row.TextOrNot(11), row.TextOrNot(12),
            row.Is(13) ? null : new(new(row.Id(14), row.Text(15), row.Number(16), row.Number(17), row.Part(18), row.Part(19)), row.Text(20), LocalText.FromJson(row.Text(21)), LocalText.FromJson(row.Text(22)), row.Is(23), row.AtOrNot(24))),
            BodyTree.Parse(row.Text(25))));
}

/// <summary>
/// The stories that were asked for last, each with all that only its own page shows: when something beside it has changed (the newest of its section,
/// what is read most) its page is made again without reading and writing out its text again. A story is kept from the second asking on: who goes through
/// all of them, as robots do, would put each in the place of one that is read.
/// </summary>
public sealed class Stories(Editions editions, TimeProvider clock)
{
    /// <summary>Of 10 to 50 KB with their texts: what many ask for at once is few.</summary>
    const int Most = 256;

    /// <summary>Askings that are known to have been. Past it all are forgotten.</summary>
    const int MostAsked = 4096;

    readonly Remembered remembered = new(editions, clock, Most);
    readonly ConcurrentDictionary<Remembered.Key, bool> asked = new();
    int count;

    /// <summary>The story, read when it is not kept; null where there is none.</summary>
    /// <param name="key">Which, and how it is shown.</param>
    /// <param name="page">The page that shows it.</param>
    /// <param name="read">Reads it, and says what it depends on.</param>
    internal async ValueTask<WholeStory?> FindAsync(Remembered.Key key, Rendering page, Func<Rendering, Task<WholeStory?>> read)
    {
        if (!asked.TryAdd(key, true)) return await remembered.FindAsync(key, page, read);
        if (Interlocked.Increment(ref count) > MostAsked)
        {
            asked.Clear();
            Interlocked.Exchange(ref count, 0);
        }
        return await read(page);
    }
}

/// <summary>A story with all that only its own page shows.</summary>
/// <param name="Words">Their number.</param>
/// <param name="Begins">Its deck, or else its first sentences.</param>
/// <param name="Shown">The articles that its text shows with their headlines.</param>
sealed record WholeStory(
    Story Story, IReadOnlyList<StoryByline> Signed, IReadOnlyList<StoryLink> Links, IReadOnlyList<StoryCorrection> Corrections, IReadOnlyList<StorySibling> Siblings,
    string BodyHtml, int Words, string Begins, IReadOnlyCollection<Guid> Shown)
{
    /// <summary>What it is filed under or leads to, in order.</summary>
    public Guid[] Linked(int axis) => [.. Links.Where(l => l.Axis == axis).OrderBy(l => l.Position).Select(l => l.Id)];
}

/// <summary>One who signed a story.</summary>
sealed record StoryByline(Guid AuthorId, BylineRole Role)
{
    internal static readonly Question<Guid, StoryByline> Of = new("story.signed",
        (db, id) => db.Bylines.Where(b => b.ArticleId == id).OrderBy(b => b.Position).Select(b => new StoryByline(b.AuthorId, b.Role)),
        row => new(row.Id(0), row.Word<BylineRole>(1)));
}

/// <summary>What a story is filed under and leads to, by ids alone: what they stand for is remembered, or hardly ever there.</summary>
sealed record StoryLink
{
    public const int Place = 0, Topic = 1, Suggestion = 2, Correction = 3;

    /// <summary>Which of the four.</summary>
    public int Axis { get; init; }

    public Guid Id { get; init; }
    public int Position { get; init; }

    // Named one by one: EF joins questions whose rows it can see into.
    internal static readonly Question<Guid, StoryLink> Of = new("story.links",
        (db, id) => db.Articles.Where(a => a.Id == id).SelectMany(a => a.Places).Select(p => new StoryLink { Axis = Place, Id = p.Id, Position = 0 })
            .Concat(db.Articles.Where(a => a.Id == id).SelectMany(a => a.Topics).Select(t => new StoryLink { Axis = Topic, Id = t.Id, Position = 0 }))
            .Concat(db.Suggestions.Where(s => s.ArticleId == id).Select(s => new StoryLink { Axis = Suggestion, Id = s.SuggestedId, Position = s.Position }))
            .Concat(db.Corrections.Where(c => c.ArticleId == id).Select(c => new StoryLink { Axis = Correction, Id = c.Id, Position = 0 })),
        row => new() { Axis = row.Number(0), Id = row.Id(1), Position = row.Number(2) });
}

/// <summary>A dated note of what was wrong.</summary>
public sealed record StoryCorrection(CorrectionKind Kind, string Text, DateTime At)
{
    internal static readonly Question<Guid, StoryCorrection> Of = new("story.corrections",
        (db, id) => db.Corrections.Where(c => c.ArticleId == id).OrderByDescending(c => c.At).Select(c => new StoryCorrection(c.Kind, c.Text, c.At)),
        row => new(row.Word<CorrectionKind>(0), row.Text(1), row.At(2)));
}

/// <summary>The story in a language, itself among them.</summary>
sealed record StorySibling(Guid Id, string Language, string Path, string Headline)
{
    internal static readonly Question<Guid, StorySibling> Of = new("story.siblings",
        (db, group) => db.Articles.Published().Where(a => a.TranslationGroup == group).Select(a => new StorySibling(a.Id, a.Language, a.Path!, a.Headline)),
        row => new(row.Id(0), row.Text(1), row.Text(2), row.Text(3)));
}
