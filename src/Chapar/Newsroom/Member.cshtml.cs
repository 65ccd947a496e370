using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>One member of the staff: what they are and may, and their ways in.</summary>
[Needs(Right.ManageStaff)]
public sealed class MemberModel(NewsroomDesk desk, Roster roster, Doorkeeper doorkeeper) : NewsroomPage(desk)
{
    public StaffMember Member { get; private set; } = null!;
    public IReadOnlyList<(Guid Id, string Name)> Sections { get; private set; } = [];
    public int SessionCount { get; private set; }

    /// <summary>The address of the link that was made just now: shown once.</summary>
    public string? NewLink { get; private set; }

    /// <summary>Every handler is about somebody who is there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await Db.Staff.FirstOrDefaultAsync(m => m.Id == id, Stop) is not { } member)
        {
            context.Result = NotFound();
            return;
        }
        Member = member;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostChangeAsync(string? name, Role? role, Guid[] sections)
    {
        // No role or a wrong one is never taken for the lowest.
        if (role is not { } chosen || !Enum.IsDefined(chosen)) return BadRequest();
        var known = await Db.Sections.Where(s => sections.Contains(s.Id)).Select(s => s.Id).ToListAsync(Stop);
        return await DoneAsync(await roster.ChangeAsync(Member, name ?? "", chosen, known, Me, Stop), W["saved"]);
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (Member.DeactivatedAt is not null) return await DoneAsync("staff-deactivated", "");
        return await ShownAsync(await roster.NewLinkAsync(Member, Me.Name, Stop));
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        if (Member.DeactivatedAt is not null) return await DoneAsync("staff-deactivated", "");
        // One's own session would end with it, and the link be seen by nobody.
        if (Member.Id == Me.Id) return await DoneAsync("staff-not-oneself", "");
        return await ShownAsync(await roster.ResetAsync(Member, Me.Name, Stop));
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        var ended = await doorkeeper.EndAsync(Member, null, Me, Stop);
        return await DoneAsync(null, W.Count("sessions-ended", ended));
    }

    public async Task<IActionResult> OnPostDeactivateAsync() => await DoneAsync(await roster.DeactivateAsync(Member, Me, Stop), W.Fill("staff-left", Member.Name));

    public async Task<IActionResult> OnPostReactivateAsync()
    {
        await roster.ReactivateAsync(Member, Me, Stop);
        return await DoneAsync(null, W.Fill("staff-back", Member.Name));
    }

    async Task<IActionResult> DoneAsync(string? refusal, string done)
    {
        if (refusal is null)
        {
            Say(done);
            return RedirectToPage();
        }
        await ShowAsync();
        return Refuse(W[refusal]);
    }

    async Task<IActionResult> ShownAsync(string path)
    {
        NewLink = Publication.Absolute(path);
        await ShowAsync();
        return Page();
    }

    async Task ShowAsync()
    {
        Title = Member.Name;
        Sections = [.. (await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(Stop)).Select(s => (s.Id, s.Name[Language]))];
        SessionCount = (await doorkeeper.RunningAsync(Member, Stop)).Count;
    }
}
