using Chapar.Articles;
using Chapar.Distribution;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Article = Chapar.Articles.Article;

namespace Chapar.Newsroom;

/// <summary>A story in the list.</summary>
/// <param name="State">Word of its stage, or of what it is to readers.</param>
/// <param name="Desk">That it was sent to; null while it is at that of its section.</param>
/// <param name="At">When it was last changed; published, when readers got it.</param>
public sealed record StoryLine(Guid Id, string Headline, string State, string? Section, string Language, string? Owner, string? ClaimedBy, string? Desk, DateTime At, DateTime? ReleaseAt)
{
    /// <summary>Comments and suggestions that wait.</summary>
    public OpenNotes Open { get; init; }
}

/// <summary>Where staff arrive: the stories, by what is to be done with them.</summary>
[Authorize]
public sealed partial class StartModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>More is not looked through: it is searched.</summary>
    const int Shown = 200;

    /// <summary>The parts of the list; the first is what is at work at all.</summary>
    public static IReadOnlyList<string> States { get; } = ["work", "writing", "inreview", "ready", "scheduled", "published", "withdrawn"];

    /// <summary>Who came by a link and has neither passkey nor password would stand before the door tomorrow.</summary>
    public bool NeedsWayIn { get; private set; }

    public string State { get; private set; } = States[0];
    public Guid? Section { get; private set; }
    public bool Mine { get; private set; }
    public string Query { get; private set; } = "";
    public IReadOnlyList<StoryLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();
    public IReadOnlyList<(Guid Id, string Name)> Sections { get; private set; } = [];

    public async Task OnGetAsync(string? state, Guid? section, bool mine, string? q)
    {
        Title = W["stories"];
        State = States.Contains(state ?? "") ? state! : States[0];
        (Section, Mine, Query) = (section, mine, (q ?? "").Trim());
        Sections = [.. (await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ToListAsync(Stop)).Select(s => (s.Id, s.Name[Language]))];
        NeedsWayIn = Me.PasswordHash is null && !await Db.Passkeys.AnyAsync(p => p.StaffId == Me.Id, Stop);
        Lines = State switch
        {
            "published" => await PublishedAsync(),
            "withdrawn" => await ReadAsync(Db.Articles.Where(a => Languages.All.Contains(a.Language) && a.Status == ArticleStatus.Withdrawn).OrderByDescending(a => a.WithdrawnAt)),
            _ => await AtWorkAsync(),
        };
        var open = await Db.OpenNotesAsync([.. Lines.Select(l => l.Id)], Stop);
        Lines = [.. Lines.Select(l => l with { Open = open.GetValueOrDefault(l.Id) })];
        Mentions = await MentionsAsync();
    }

    /// <summary>The last whole week's rates as a story; the one that is there when somebody has begun it.</summary>
    [Needs(Right.WriteOwn)]
    public async Task<IActionResult> OnPostDigestAsync(string? language)
    {
        if (!Publication.Languages.Contains(language ?? "")) return await NoSuchLanguageAsync(language);
        var monday = RatesDigest.LastMonday(DateOnly.FromDateTime(Dates.Local(Now)));
        if (await RatesDigest.BeginAsync(Db, monday, language!, Publication.Zone, Me.Id, Now, Stop) is { } draft)
        {
            if (draft.IsNew || May(Right.ReadDrafts) || await Db.Articles.AnyAsync(a => a.Id == draft.Story && a.OwnerId == Me.Id, Stop)) return Redirect($"/newsroom/stories/{draft.Story}");
            await OnGetAsync(null, null, false, null);
            return Refuse(W["digest.elsewhere"]);
        }
        await OnGetAsync(null, null, false, null);
        return Refuse(W.Fill("digest.no-rates", Dates.Day(monday), Dates.Day(monday.AddDays(6))));
    }

    async Task<IActionResult> NoSuchLanguageAsync(string? language)
    {
        await OnGetAsync(null, null, false, null);
        return Refuse(W.Fill("story.no-such-language", language));
    }

    [Needs(Right.WriteOwn)]
    public async Task<IActionResult> OnPostAsync(string? language)
    {
        if (!Publication.Languages.Contains(language ?? "")) return await NoSuchLanguageAsync(language);
        var article = new Article(language!, Format.News, Now);
        article.BelongTo(Me.Id);
        var section = Me.OnlySections.Count == 1 ? await Db.Sections.FirstOrDefaultAsync(s => s.Id == Me.OnlySections[0], Stop) : null;
        if (section is not null) article.FileUnder(section, Now);
        Db.Add(article);
        await Db.SaveChangesAsync(Stop);
        return Redirect($"/newsroom/stories/{article.Id}");
    }

    /// <summary>What is being written or waits to go out. Headlines are compared here: no database folds the case of Cyrillic.</summary>
    async Task<IReadOnlyList<StoryLine>> AtWorkAsync()
    {
        var reads = May(Right.ReadDrafts);
        var me = Me.Id;
        var drafts = await (from draft in Db.Drafts.AsNoTracking()
                            join article in Db.Articles.AsNoTracking() on draft.ArticleId equals article.Id
                            where reads || article.OwnerId == me
                            orderby draft.ChangedAt descending
                            select new { article.Id, draft.Headline, draft.Stage, Section = draft.SectionId, article.Language, article.OwnerId, draft.ClaimedById, draft.DeskId, draft.Handover, At = draft.ChangedAt, draft.ReleaseAt })
            .Take(5 * Shown).ToListAsync(Stop);
        // Begun and never saved since, or imported. By language, since the index begins with it: the table is not to be walked through.
        var untouched = await Db.Articles.AsNoTracking().Where(a => Languages.All.Contains(a.Language) && a.Status == ArticleStatus.Draft && (reads || a.OwnerId == me) && !Db.Drafts.Any(d => d.ArticleId == a.Id))
            .OrderByDescending(a => a.ChangedAt).Take(Shown)
            .Select(a => new { a.Id, a.Headline, Stage = Stage.Writing, Section = a.SectionId, a.Language, a.OwnerId, ClaimedById = (Guid?)null, DeskId = (Guid?)null, Handover = (Handover?)null, At = a.ChangedAt, ReleaseAt = (DateTime?)null }).ToListAsync(Stop);
        var rows = drafts.Concat(untouched).OrderByDescending(r => r.At).ToList();
        Counts = States.ToDictionary(s => s, s => s == "work" ? rows.Count : rows.Count(r => WordOf(r.Stage) == s));
        var names = await NamesAsync();
        return [.. rows.Where(r => State == "work" || WordOf(r.Stage) == State).Where(r => Section is null || (r.DeskId ?? r.Section) == Section)
            // What one has sent away waits at another desk, not here.
            .Where(r => !Mine || r.ClaimedById == me || (r.OwnerId == me && r.Handover?.ById != me)).Where(r => Query.Length == 0 || r.Headline.Contains(Query, StringComparison.CurrentCultureIgnoreCase))
            .Take(Shown).Select(r => new StoryLine(r.Id, r.Headline, WordOf(r.Stage), NameOf(r.Section), r.Language, Name(names, r.OwnerId), Name(names, r.ClaimedById), NameOf(r.DeskId), r.At, r.ReleaseAt))];
    }

    async Task<IReadOnlyList<StoryLine>> PublishedAsync()
    {
        var published = Db.Articles.Published();
        List<StoryLine> lines = [];
        if (Query.Length == 0)
        {
            // Each language by itself: the index gives the newest of one without a sort.
            foreach (var language in Publication.Languages) lines.AddRange(await ReadAsync(published.InLanguage(language).Newest()));
            return [.. lines.OrderByDescending(l => l.At).Take(Shown)];
        }
        List<Guid> ids = [];
        foreach (var language in Publication.Languages) ids.AddRange((await SearchQuery.FindAsync(Db, Query, language, 1, Stop)).Ids);
        var found = await ReadAsync(published.Where(a => ids.Contains(a.Id)));
        return [.. found.OrderBy(f => ids.IndexOf(f.Id))];
    }

    async Task<IReadOnlyList<StoryLine>> ReadAsync(IQueryable<Article> articles)
    {
        var (section, mine, me) = (Section, Mine, Me.Id);
        var rows = await articles.AsNoTracking().Where(a => section == null || a.SectionId == section).Where(a => !mine || a.OwnerId == me).Take(Shown)
            .Select(a => new { a.Id, a.Headline, a.SectionId, a.Language, a.OwnerId, At = a.WithdrawnAt ?? a.FirstPublishedAt ?? a.ChangedAt }).ToListAsync(Stop);
        var names = await NamesAsync();
        return [.. rows.Select(r => new StoryLine(r.Id, r.Headline, State, NameOf(r.SectionId), r.Language, Name(names, r.OwnerId), null, null, r.At, null))];
    }

    Task<Dictionary<Guid, string>> NamesAsync() => Db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, Stop);

    string? NameOf(Guid? section) => Sections.FirstOrDefault(s => s.Id == section).Name;

    static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    static string WordOf(Stage stage) => stage.ToString().ToLowerInvariant();
}
