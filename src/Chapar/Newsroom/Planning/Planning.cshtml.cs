using System.Globalization;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom.Planning;

/// <summary>The plan of the newsroom: what is due, goes out or comes free on a day or in a week, by desk; and ideas without a day.</summary>
[Needs(Right.WriteOwn)]
public sealed class PlanningModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int MostUndated = 100, MostLate = 50;

    /// <summary>One day rather than a week.</summary>
    public bool IsDay { get; private set; }

    /// <summary>The first day that is shown.</summary>
    public DateOnly From { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>Only this desk.</summary>
    public Guid? Only { get; private set; }

    public bool Mine { get; private set; }
    public IReadOnlyList<PlanDay> Days { get; private set; } = [];
    public IReadOnlyList<PlanItem> Late { get; private set; } = [];
    public IReadOnlyList<PlanItem> Undated { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Desks { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What was typed for a new one and not taken.</summary>
    public string NewTitle { get; private set; } = "";

    /// <param name="view">"day"; else a week.</param>
    /// <param name="on">A day of it, "2026-11-24"; else today.</param>
    /// <param name="section">Only this desk.</param>
    /// <param name="mine">Only what is given to who asks.</param>
    public Task OnGetAsync(string? view, string? on, Guid? section, bool mine) => ShowAsync(view, on, section, mine);

    /// <summary>A new idea, or an assignment if it is given to somebody.</summary>
    public async Task<IActionResult> OnPostAsync(string? title, Guid? section, Guid? staff, string? due)
    {
        NewTitle = title ?? "";
        if (!PlanTimes.TryRead(this, due, out var dueAt)) return await RefusedAsync(W["plan.due-wrong"]);
        var assignment = new Assignment(NewTitle, Me.Name, Now);
        // Who gives out no work plans for themselves only.
        var whom = May(Right.Edit, section) ? staff : staff == Me.Id ? staff : null;
        if (assignment.Plan(NewTitle, "", section, whom, dueAt, Me.Name, Now) is { } refusal) return await RefusedAsync(refusal.Reasons[0].In(W));
        Db.Add(assignment);
        await Db.SaveChangesAsync(Stop);
        Say(W["plan.added"]);
        return Redirect($"/newsroom/planning{(dueAt is { } at ? $"?on={Dates.Local(at):yyyy-MM-dd}" : "")}");
    }

    /// <summary>The address of another part of the plan.</summary>
    public string Way(DateOnly on, bool day) => string.Create(CultureInfo.InvariantCulture, $"/newsroom/planning?on={on:yyyy-MM-dd}{(day ? "&view=day" : "")}{(Only is { } d ? $"&section={d}" : "")}{(Mine ? "&mine=true" : "")}");

    async Task<IActionResult> RefusedAsync(string reason)
    {
        await ShowAsync(null, null, null, false);
        return Refuse(reason);
    }

    async Task ShowAsync(string? view, string? on, Guid? section, bool mine)
    {
        Title = W["plan"];
        (IsDay, Only, Mine) = (view == "day", section, mine);
        Today = DateOnly.FromDateTime(Dates.Local(Now));
        var day = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1900 and < 9000 ? asked : Today;
        From = IsDay ? day : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var reading = new PlanReading(this);
        await reading.PrepareAsync();
        (Desks, People) = (reading.Desks, reading.People);
        var (from, before) = (PlanTimes.Midnight(this, From), PlanTimes.Midnight(this, From.AddDays(IsDay ? 1 : 7)));
        List<PlanItem> items = [.. await reading.DueAsync(from, before), .. await reading.CalendarAsync(from, before)];
        Days = [.. Enumerable.Range(0, IsDay ? 1 : 7).Select(n => DayOf(From.AddDays(n), items))];
        Late = [.. (await reading.LateAsync(from, MostLate)).Where(IsWanted)];
        Undated = [.. (await reading.UndatedAsync(MostUndated)).Where(IsWanted)];
    }

    PlanDay DayOf(DateOnly day, List<PlanItem> items)
    {
        var order = Desks.Keys.ToList();
        return new PlanDay(day, [.. items.Where(IsWanted).Where(i => DateOnly.FromDateTime(Dates.Local(i.At!.Value)) == day)
            .GroupBy(i => (i.SectionId, i.Desk)).OrderBy(g => g.Key.SectionId is { } id ? order.IndexOf(id) : int.MaxValue)
            .Select(g => (g.Key.Desk, (IReadOnlyList<PlanItem>)[.. g.OrderBy(i => i.At)]))]);
    }

    bool IsWanted(PlanItem item) => (Only is null || item.SectionId == Only) && (!Mine || item.Who == Me.Name);
}
