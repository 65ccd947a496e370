using System.Text.Json;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Newsroom.Translating;
using Chapar.Newsroom.Writing.Links;
using Chapar.Newsroom.Writing.Naming;
using Chapar.Newsroom.Writing.Together;
using Chapar.Settings;
using Chapar.Spellings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Article = Chapar.Articles.Article;

namespace Chapar.Newsroom.Writing;

/// <summary>
/// One story at work. This part shows it; <c>Story.Saving.cs</c> takes what is typed, <c>Story.Sharing.cs</c> what several typed,
/// <c>Story.Comments.cs</c> what is said about it, <c>Story.Flow.cs</c> what is done with it,
/// <c>Story.Desk.cs</c> who it is handed to, <c>Story.Translating.cs</c> what stands in other languages, <c>Story.Suggested.cs</c> what
/// readers are offered beside it.
/// </summary>
[Needs(Right.WriteOwn)]
[RequestSizeLimit(PictureStore.MostBytes + 1_000_000)]
public sealed partial class StoryModel(NewsroomDesk desk, Presence presence, Rooms rooms, NewsroomSettings settings, StoryChecks storyChecks, TranslationMachine machine) : NewsroomPage(desk)
{
    public Article Article { get; private set; } = null!;

    /// <summary>The working copy; one that nobody has saved yet is the article as it stands, and is not in the database.</summary>
    public Draft Draft { get; private set; } = null!;

    /// <summary>Whether somebody has changed something since it was published.</summary>
    public bool IsAtWork { get; private set; }

    public IReadOnlyList<CheckPoint> Checks { get; private set; } = [];
    public string? ClaimedBy { get; private set; }
    public string? Owner { get; private set; }

    /// <summary>The story and all that its fields offer, for the editor.</summary>
    public string Json { get; private set; } = "";

    public IReadOnlyList<(Guid Id, string Name)> Sections { get; private set; } = [];

    public bool IsMine => Article.OwnerId == Me.Id;
    public bool IsPublic => Article.Status == ArticleStatus.Published;
    public bool MayHere(Right right) => Standing.May(Me, right);

    /// <summary>The desk that it was sent to, by its name; null while it is at that of its section.</summary>
    public string? AtDesk => Draft.DeskId is { } desk ? DeskName(desk) : null;

    /// <summary>Whether it can be sent to a desk: something of it is at work, and its half minute before the readers has not begun.</summary>
    public bool MaySendToDesk => MayWrite && !Draft.IsHeld && (IsAtWork || !IsPublic);

    /// <summary>Also by who sent it out of hands in which they may not write.</summary>
    public bool MayTakeFromDesk => MayWrite || Draft.Handover?.ById == Me.Id;

    string DeskName(Guid desk) => Sections.FirstOrDefault(s => s.Id == desk).Name ?? "";

    /// <summary>Whether the one who asks may change the text as it stands now.</summary>
    public bool MayWrite => Standing.MayWrite(Me);

    StoryStanding Standing => StoryStanding.Of(Article, IsAtWork ? Draft : null);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        return await ShowAsync();
    }

    /// <summary>Loads the story; an answer when there is none, or when it is not this person's to see.</summary>
    async Task<IActionResult?> FindAsync(Guid id)
    {
        var article = await Db.Articles.Whole().FirstOrDefaultAsync(a => a.Id == id, Stop);
        if (article is null) return NotFound();
        var draft = await Db.Drafts.FirstOrDefaultAsync(d => d.ArticleId == id, Stop);
        IsAtWork = draft is not null;
        (Article, Draft) = (article, draft ?? new Draft(article, Me.Name, article.ChangedAt));
        return Standing.MayRead(Me) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>The page; of a story that was found.</summary>
    async Task<IActionResult> ShowAsync()
    {
        Title = Draft.Headline.Length > 0 ? Draft.Headline : W["story.untitled"];
        var ids = new[] { Draft.ClaimedById, Article.OwnerId }.OfType<Guid>().ToList();
        var names = await Db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, Stop);
        ClaimedBy = Draft.ClaimedById is { } claimer ? names.GetValueOrDefault(claimer) : null;
        Owner = Article.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null;
        Sections = await SectionsAsync();
        await ReadTonguesAsync();
        await ReadSuggestedAsync();
        Json = await WriteJsonAsync();
        Checks = await CheckAsync();
        return Page();
    }

    async Task<IReadOnlyList<(Guid Id, string Name)>> SectionsAsync() =>
        [.. (await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ToListAsync(Stop)).Select(s => (s.Id, s.Name[Article.Language]))];

    async Task<string> WriteJsonAsync()
    {
        var language = Article.Language;
        var pictures = await ShownPicturesAsync();
        var lead = pictures.FirstOrDefault(p => p.Id == Draft.Particulars.Lead);
        var authors = (await Db.Authors.AsNoTracking().ToListAsync(Stop)).Select(a => new { a.Id, Name = a.Name[language] }).OrderBy(a => a.Name, Collation.In(language));
        var places = (await Db.Places.AsNoTracking().ToListAsync(Stop)).Select(p => new { p.Id, Name = p.Name[language] }).OrderBy(p => p.Name, Collation.In(language));
        var topics = (await Db.Topics.AsNoTracking().ToListAsync(Stop)).Select(t => new { t.Id, Name = t.Name[language] }).OrderBy(t => t.Name, Collation.In(language));
        var version = Version(Draft);
        return JsonSerializer.Serialize(new
        {
            id = Article.Id,
            language,
            me = Me.Name,
            closed = !MayWrite,
            choices = new { authors, places, topics },
            shared = await SharedAsync(),
            zone = Publication.TimeZone,
            comments = await CommentsAsync(),
            colleagues = (await ReadersAsync()).Where(m => m.Id != Me.Id).Select(m => m.Name).Order(Collation.In(language)),
            leadFace = lead is null ? null : new { alt = lead.AlternativeText[language], caption = lead.Caption[language], credit = lead.Credit },
            rights = RightsOf(pictures),
            translation = TranslationGiven,
            version.Key,
            version.By,
            version.At,
            version.Headline,
            version.Deck,
            version.Body,
            version.Particulars,
        }, JsonSerializerOptions.Web);
    }

    /// <summary>The checklist of the working copy as it would go out; what is loaded for it is forgotten again.</summary>
    async Task<IReadOnlyList<CheckPoint>> CheckAsync()
    {
        await Release.LayOverAsync(Db, Draft, Article, Now, Stop);
        var checks = await storyChecks.OfAsync(Db, Article, Now, Stop);
        Db.ChangeTracker.Clear();
        return checks;
    }

    /// <summary>The checklist for the script, which stands in for the list that is read without it.</summary>
    public string ChecksJson => JsonSerializer.Serialize(Told(Checks), JsonSerializerOptions.Web);

    /// <summary>The checklist as the editor reads it: with what would stand in the place of a spelling, and where.</summary>
    IEnumerable<object> Told(IEnumerable<CheckPoint> checks) => checks.Select(check => new
    {
        check.IsBar,
        text = Said(check),
        isPending = check is PendingPoint,
        replacement = (check as SpellingPoint)?.Replacement,
        way = check is NamePoint name && MayLeave(name) ? name.Way : null,
        isLeft = check is NamePoint { IsLeft: true },
        places = (check as SpellingPoint)?.Places.Select(place => new { part = place.Part.ToString().ToLowerInvariant(), place.Before, place.Written, place.After }),
    });

    public string Said(CheckPoint check) => check.Kind == CheckKind.NameLeft ? check.Text.In(W) : $"{(check.IsBar ? W["check.bar"] : W["check.advice"])}: {check.Text.In(W)}";
}
