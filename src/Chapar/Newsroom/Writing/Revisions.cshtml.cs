using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Article = Chapar.Articles.Article;

namespace Chapar.Newsroom.Writing;

/// <summary>A revision in the list.</summary>
public sealed record RevisionLine(int Number, string By, DateTime At, string Note, bool IsPublic);

/// <summary>A field of the story that differs, in words.</summary>
public sealed record ChangedField(string Name, string Before, string After);

/// <summary>The states of a story: any two compared, each brought back. <c>Revisions.Pictures.cs</c> shows the pictures of both.</summary>
[Needs(Right.WriteOwn)]
public sealed partial class RevisionsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public Article Article { get; private set; } = null!;
    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];

    /// <summary>Numbers of the two that are compared; 0 stands for the working copy.</summary>
    public int Before { get; private set; }

    /// <summary>See <see cref="Before"/>.</summary>
    public int After { get; private set; }

    public IReadOnlyList<Piece> Headline { get; private set; } = [];
    public IReadOnlyList<Piece> Deck { get; private set; } = [];
    public IReadOnlyList<ComparedPart> Text { get; private set; } = [];
    public IReadOnlyList<ChangedField> Fields { get; private set; } = [];
    public bool HasDraft => draft is not null;
    public bool MayRestore => draft is { IsClosed: true } ? MayHere(Right.Edit) : Article.OwnerId == Me.Id || MayHere(Right.WriteAny);

    Draft? draft;

    /// <param name="a">The older of two; the one before <paramref name="b"/> when it is not given.</param>
    /// <param name="b">The newer of two; the newest when it is not given.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int? a, int? b)
    {
        if (await FindAsync(id) is { } refused) return refused;
        Title = W.Fill("revisions-of", Article.Headline.Length > 0 ? Article.Headline : W["story.untitled"]);
        var newest = HasDraft ? 0 : Lines is [var first, ..] ? first.Number : (int?)null;
        if ((b ?? newest) is not { } after) return Page();
        After = after;
        Before = a ?? Lines.FirstOrDefault(l => after == 0 || l.Number < after)?.Number ?? after;
        if (await StateAsync(Before) is not { } older || await StateAsync(After) is not { } newer) return NotFound();
        Headline = Difference.OfWords(older.Headline, newer.Headline);
        Deck = Difference.OfWords(older.Deck, newer.Deck);
        await LoadPicturesAsync(older.Body, newer.Body, older.Particulars.Lead, newer.Particulars.Lead);
        Text = WithPictures(Difference.OfParagraphs(BodyLines.Of(older.Body, W["story.picture"]), BodyLines.Of(newer.Body, W["story.picture"])), older.Body, newer.Body);
        if (older.Particulars.Lead != newer.Particulars.Lead) Lead = new PicturePair(LeadOf(older.Particulars), LeadOf(newer.Particulars));
        Fields = [.. (await FieldsAsync(older.Particulars)).Zip(await FieldsAsync(newer.Particulars)).Where(f => f.First.Value != f.Second.Value)
            .Select(f => new ChangedField(f.First.Name, f.First.Value, f.Second.Value))];
        return Page();
    }

    /// <summary>Brings a revision back as the working copy; what stood there is kept first.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, int number)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayRestore) return StatusCode(StatusCodes.Status403Forbidden);
        if (await Db.Revisions.FirstOrDefaultAsync(r => r.ArticleId == id && r.Number == number, Stop) is not { } revision) return NotFound();
        var isNew = draft is null;
        draft ??= new Draft(Article, Me.Name, Now);
        if (!isNew) draft.Keep(Article, new Sentence("revisions.before-restore", number), Now);
        // Of before the newsroom: only its words are known.
        var particulars = revision.Particulars == Particulars.None ? draft.Particulars : revision.Particulars;
        draft.Save(Guid.CreateVersion7(), revision.Headline, revision.Deck, revision.Body, particulars, Me.Name, Now);
        if (isNew) Db.Add(draft);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("revisions.restored", number));
        return Redirect($"/newsroom/stories/{id}");
    }

    bool MayHere(Right right) => StoryStanding.Of(Article, draft).May(Me, right);

    async Task<IActionResult?> FindAsync(Guid id)
    {
        var article = await Db.Articles.Whole().FirstOrDefaultAsync(a => a.Id == id, Stop);
        if (article is null) return NotFound();
        Article = article;
        draft = await Db.Drafts.FirstOrDefaultAsync(d => d.ArticleId == id, Stop);
        if (article.OwnerId != Me.Id && !MayHere(Right.ReadDrafts)) return StatusCode(StatusCodes.Status403Forbidden);
        Lines = await Db.Revisions.AsNoTracking().Where(r => r.ArticleId == id).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Number, r.By, r.At, r.Note, r.IsPublic)).ToListAsync(Stop);
        return null;
    }

    async Task<(string Headline, string Deck, BodyTree Body, Particulars Particulars)?> StateAsync(int number)
    {
        if (number == 0) return draft is null ? null : (draft.Headline, draft.Deck, draft.Body, draft.Particulars);
        return await Db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == Article.Id && r.Number == number, Stop) is { } revision
            ? (revision.Headline, revision.Deck, revision.Body, revision.Particulars) : null;
    }

    async Task<IReadOnlyList<(string Name, string Value)>> FieldsAsync(Particulars given)
    {
        var language = Article.Language;
        Guid[] authorIds = [.. given.Bylines.Select(b => b.Author)];
        Guid[] placeIds = [.. given.Places], topicIds = [.. given.Topics];
        var authors = await Db.Authors.AsNoTracking().Where(a => authorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name[language], Stop);
        var places = await Db.Places.AsNoTracking().Where(p => placeIds.Contains(p.Id)).ToListAsync(Stop);
        var topics = await Db.Topics.AsNoTracking().Where(t => topicIds.Contains(t.Id)).ToListAsync(Stop);
        var section = await Db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == given.Section, Stop);
        var lead = given.Lead is { } id ? library.GetValueOrDefault(id) : null;
        return
        [
            (W["story.format"], W[$"format.{given.Format.Slug()}"]),
            (W["story.section"], section?.Name[language] ?? ""),
            (W["story.byline"], string.Join(", ", given.Bylines.Select(b => authors.GetValueOrDefault(b.Author)))),
            (W["places"], string.Join(", ", places.Select(p => p.Name[language]).Order(StringComparer.CurrentCulture))),
            (W["topics"], string.Join(", ", topics.Select(t => t.Name[language]).Order(StringComparer.CurrentCulture))),
            // Two leads are shown as pictures.
            (W["story.lead"], Lead is null ? Joined(lead?.FileName, given.LeadCaption, given.LeadAlternativeText) : ""),
        ];
    }
}
