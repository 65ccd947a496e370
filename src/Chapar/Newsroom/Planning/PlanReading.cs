using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Planning;

/// <summary>What is planned, as one member of the staff may see it: who may not read the drafts of others sees their own.</summary>
sealed class PlanReading(NewsroomPage page)
{
    static readonly AssignmentState[] WithEditors = [AssignmentState.InReview, AssignmentState.Ready, AssignmentState.Scheduled, AssignmentState.Published, AssignmentState.Dropped];

    Dictionary<Guid, string> desks = [];
    Dictionary<Guid, string> people = [];

    public async Task PrepareAsync()
    {
        desks = (await page.Db.Sections.AsNoTracking().OrderBy(s => s.Position).Select(s => new { s.Id, s.Name }).ToListAsync(page.Stop)).ToDictionary(s => s.Id, s => s.Name[page.Language]);
        people = await page.Db.Staff.AsNoTracking().Where(m => m.DeactivatedAt == null).OrderBy(m => m.Name).ToDictionaryAsync(m => m.Id, m => m.Name, page.Stop);
    }

    /// <summary>In the order of the navigation.</summary>
    public IReadOnlyDictionary<Guid, string> Desks => desks;

    public IReadOnlyDictionary<Guid, string> People => people;

    /// <summary>Assignments that are due in this time.</summary>
    public Task<IReadOnlyList<PlanItem>> DueAsync(DateTime from, DateTime before) => AssignmentsAsync(page.Db.Assignments.Where(a => a.DueAt >= from && a.DueAt < before));

    /// <summary>Assignments without a day, the newest first.</summary>
    public async Task<IReadOnlyList<PlanItem>> UndatedAsync(int most) =>
        [.. (await AssignmentsAsync(page.Db.Assignments.Where(a => a.DueAt == null && a.DroppedAt == null).OrderByDescending(a => a.Id).Take(most))).Where(i => i.State != AssignmentState.Published)];

    /// <summary>Late ones of before this time, which nobody would see in the week they were due.</summary>
    public async Task<IReadOnlyList<PlanItem>> LateAsync(DateTime before, int most) =>
        [.. (await AssignmentsAsync(page.Db.Assignments.Where(a => a.DueAt < before && a.DroppedAt == null).OrderByDescending(a => a.DueAt).Take(most))).Where(i => i.IsLate)];

    /// <summary>Stories that go out, or whose embargo ends, in this time.</summary>
    public async Task<IReadOnlyList<PlanItem>> CalendarAsync(DateTime begin, DateTime before)
    {
        var (me, reads) = (page.Me.Id, page.May(Right.ReadDrafts));
        var drafts = await (from draft in page.Db.Drafts.AsNoTracking()
                            join article in page.Db.Articles.AsNoTracking() on draft.ArticleId equals article.Id
                            where (draft.Stage == Stage.Scheduled && draft.ReleaseAt >= begin && draft.ReleaseAt < before) || (draft.EmbargoUntil >= begin && draft.EmbargoUntil < before)
                            where reads || article.OwnerId == me
                            select new { article.Id, draft.Headline, article.Language, draft.SectionId, article.OwnerId, draft.ReleaseAt, draft.EmbargoUntil, draft.Stage }).ToListAsync(page.Stop);
        List<PlanItem> items = [];
        foreach (var draft in drafts)
        {
            var item = new PlanItem(PlanKind.GoesOut, draft.ReleaseAt, draft.Headline.Length > 0 ? draft.Headline : page.W["story.untitled"], draft.Language, draft.SectionId, Desk(draft.SectionId), Person(draft.OwnerId),
                State(draft.Stage), $"/newsroom/stories/{draft.Id}", IsLate: false);
            if (draft.Stage == Stage.Scheduled && draft.ReleaseAt >= begin && draft.ReleaseAt < before) items.Add(item);
            if (draft.EmbargoUntil >= begin && draft.EmbargoUntil < before) items.Add(item with { Kind = PlanKind.Embargo, At = draft.EmbargoUntil });
        }
        return items;
    }

    async Task<IReadOnlyList<PlanItem>> AssignmentsAsync(IQueryable<Assignment> assignments)
    {
        var (me, name, reads) = (page.Me.Id, page.Me.Name, page.May(Right.ReadDrafts));
        var rows = await assignments.AsNoTracking().Where(a => reads || a.StaffId == me || a.ProposedBy == name)
            .Select(a => new
            {
                Assignment = a,
                Status = page.Db.Articles.Where(s => s.Id == a.ArticleId).Select(s => (ArticleStatus?)s.Status).FirstOrDefault(),
                Stage = page.Db.Drafts.Where(d => d.ArticleId == a.ArticleId).Select(d => (Stage?)d.Stage).FirstOrDefault(),
            }).ToListAsync(page.Stop);
        return [.. rows.Select(r =>
        {
            var (a, state) = (r.Assignment, r.Assignment.StateWith(r.Stage, r.Status));
            return new PlanItem(PlanKind.Due, a.DueAt, a.Title, null, a.SectionId, Desk(a.SectionId), Person(a.StaffId), state, $"/newsroom/planning/{a.Id}", a.DueAt < page.Now && !WithEditors.Contains(state));
        })];
    }

    static AssignmentState State(Stage stage) => stage switch { Stage.InReview => AssignmentState.InReview, Stage.Ready => AssignmentState.Ready, Stage.Scheduled => AssignmentState.Scheduled, _ => AssignmentState.Writing };

    string? Desk(Guid? section) => section is { } id ? desks.GetValueOrDefault(id) : null;

    string? Person(Guid? staff) => staff is { } id ? people.GetValueOrDefault(id) : null;
}
