using System.Globalization;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Article = Chapar.Articles.Article;

namespace Chapar.Newsroom.Planning;

/// <summary>One assignment: what, which desk, who, until when, where it stands; and the beginning of its story.</summary>
[Needs(Right.WriteOwn)]
public sealed class AssignmentModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public Assignment Assignment { get; private set; } = null!;
    public AssignmentState State { get; private set; }
    public IReadOnlyDictionary<Guid, string> Desks { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    // What stands in the form.
    public string NewTitle { get; private set; } = "";
    public string Notes { get; private set; } = "";
    public Guid? Section { get; private set; }
    public Guid? Staff { get; private set; }
    public string Due { get; private set; } = "";

    /// <summary>The state that the form was filled from: another's changes since then are shown before they are written over.</summary>
    public string Seen => new DateTimeOffset(Assignment.ChangedAt, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public bool MayGiveOut => May(Right.Edit, Assignment.SectionId);

    /// <summary>Its editors, who proposed it, and who has it.</summary>
    public bool MayChange => MayGiveOut || Assignment.ProposedBy == Me.Name || Assignment.StaffId == Me.Id;

    public bool MayBegin => Assignment.ArticleId is null && (MayGiveOut || Assignment.StaffId is null || Assignment.StaffId == Me.Id);

    /// <summary>Every handler is about one that is there, and that who asks may see.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var found = await Db.Assignments.FirstOrDefaultAsync(a => a.Id == id, Stop);
        if (found is null || !(May(Right.ReadDrafts) || found.StaffId == Me.Id || found.ProposedBy == Me.Name))
        {
            context.Result = NotFound();
            return;
        }
        Assignment = found;
        (NewTitle, Notes, Section, Staff, Due) = (found.Title, found.Notes, found.SectionId, found.StaffId, PlanTimes.Field(this, found.DueAt));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? title, string? notes, Guid? section, Guid? staff, string? due, string? seen)
    {
        if (!MayChange) return StatusCode(StatusCodes.Status403Forbidden);
        (NewTitle, Notes, Section, Due) = (title ?? "", notes ?? "", section, due ?? "");
        // Who gives out no work can take it on or give it back, and no more.
        Staff = MayGiveOut || staff == Me.Id || (staff is null && Assignment.StaffId == Me.Id) ? staff : Assignment.StaffId;
        if (seen != Seen) return await RefusedAsync(W["plan.changed-meanwhile"]);
        if (!PlanTimes.TryRead(this, due, out var dueAt)) return await RefusedAsync(W["plan.due-wrong"]);
        if (Assignment.Plan(NewTitle, Notes, Section, Staff, dueAt, Me.Name, Now) is { } refusal) return await RefusedAsync(refusal.Reasons[0].In(W));
        return await SaveAsync(W["saved"]);
    }

    /// <summary>Begins its story, filed and owned as it was planned, and opens it.</summary>
    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (!MayBegin) return StatusCode(StatusCodes.Status403Forbidden);
        var story = new Article(Publication.MainLanguage, Format.News, Now);
        story.BelongTo(Assignment.StaffId ?? Me.Id);
        story.Write(Assignment.Title, "", BodyTree.Empty, Now);
        if (Assignment.SectionId is { } id && await Db.Sections.FirstOrDefaultAsync(s => s.Id == id, Stop) is { } section) story.FileUnder(section, Now);
        if (Assignment.Begin(story, Me.Id, Me.Name, Now) is { } refusal) return await RefusedAsync(refusal.Reasons[0].In(W));
        Db.Add(story);
        await Db.SaveChangesAsync(Stop);
        return Redirect($"/newsroom/stories/{story.Id}");
    }

    public Task<IActionResult> OnPostDropAsync() => ActAsync(() => Assignment.Drop(Me.Name, Now), W["plan.dropped"]);

    public Task<IActionResult> OnPostTakeUpAsync() => ActAsync(() => Assignment.TakeUp(Me.Name, Now), W["plan.taken-up"]);

    async Task<IActionResult> ActAsync(Action act, string said)
    {
        if (!MayChange) return StatusCode(StatusCodes.Status403Forbidden);
        act();
        return await SaveAsync(said);
    }

    async Task<IActionResult> SaveAsync(string said)
    {
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            Assignment = await Db.Assignments.FirstAsync(a => a.Id == Assignment.Id, Stop);
            return await RefusedAsync(W["plan.changed-meanwhile"]);
        }
        Say(said);
        return RedirectToPage();
    }

    async Task<IActionResult> RefusedAsync(string reason)
    {
        await ShowAsync();
        return Refuse(reason);
    }

    async Task ShowAsync()
    {
        Title = Assignment.Title;
        var reading = new PlanReading(this);
        await reading.PrepareAsync();
        (Desks, People) = (reading.Desks, reading.People);
        var status = await Db.Articles.Where(a => a.Id == Assignment.ArticleId).Select(a => (ArticleStatus?)a.Status).FirstOrDefaultAsync(Stop);
        State = Assignment.StateWith(await Db.Drafts.Where(d => d.ArticleId == Assignment.ArticleId).Select(d => (Stage?)d.Stage).FirstOrDefaultAsync(Stop), status);
    }
}
